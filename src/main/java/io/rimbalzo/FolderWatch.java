package io.rimbalzo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has somebody look at the folders whenever something in them may have changed: a few milliseconds after a save and, since
 * the system may lose what it should tell, every few seconds in any case. What changed it does not say: who looks, sees.
 */
final class FolderWatch implements AutoCloseable {

    /** Somebody who reads the folders. */
    interface Look {

        /**
         * Reads them.
         *
         * @param sure whether to take what is there as it stands, since it has been so for a while
         * @return false where a save seems to be under way: it is looked at again soon, and in the end for sure
         */
        boolean at(boolean sure);
    }

    private static final System.Logger LOG = System.getLogger("io.rimbalzo");

    /** After so long without a sign of the system a save is taken to be over. */
    private static final long QUIET = 8;
    /** Nobody who writes without end keeps what was written from being read. */
    private static final long MOST_QUIET = 40;
    /** The same where what is read looks unfinished. */
    private static final long DOUBT = 250;

    private static final long MOST_DOUBT = 2_000;
    /** A thread that whoever closes keeps waiting ends by itself. */
    private static final long LONGEST_END = 10_000;

    private final List<Path> folders;
    private final long rescan;
    private final @Nullable WatchService service;
    /** Of each key the names that matter, or null where all do. */
    private final Map<WatchKey, Set<String>> keys = new HashMap<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    /** Of something that was told before anybody looked. */
    private boolean stirred;

    /** @param rescan milliseconds after which the folders are looked at though nothing was told */
    FolderWatch(Folders folders, long rescan, boolean listen) {
        Path site = folders.site();
        this.folders = site == null
                ? List.of(folders.rules(), folders.i18n())
                : List.of(folders.rules(), folders.i18n(), site, site.resolve("rules"), site.resolve("i18n"));
        this.rescan = rescan;
        this.service = listen ? service() : null;
        register();
    }

    /** Where the system gives no more of them, time alone must do. */
    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(System.Logger.Level.WARNING, "changes of files are found by looking every few seconds only", e);
            return null;
        }
    }

    /** @param first what the thread does before it watches; what happens meanwhile is not lost */
    void start(Runnable first, Look look) {
        Thread watching = new Thread(
                () -> {
                    first.run();
                    run(look);
                },
                "rimbalzo-rule-book");
        watching.setDaemon(true);
        thread = watching;
        watching.start();
    }

    private void run(Look look) {
        long since = 0;
        boolean doubt = false;
        try {
            while (closed.getCount() > 0) {
                boolean stirred = await(doubt ? DOUBT : rescan);
                if (stirred) {
                    settle();
                }
                // folders that came since, before they are read: what is saved after that is told
                register();
                boolean sure = doubt && (!stirred || now() - since > MOST_DOUBT);
                boolean done = look.at(sure);
                since = doubt ? since : now();
                doubt = !done;
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            closed.countDown();
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private void settle() throws InterruptedException {
        long end = now() + MOST_QUIET;
        boolean saving = true;
        while (saving && now() < end) {
            saving = await(QUIET);
        }
    }

    /** Whether something has happened, or happens within that time; it is still told to who looks. */
    boolean isStirredWithin(long millis) {
        try {
            stirred = await(millis);
            return stirred;
        } catch (InterruptedException | ClosedWatchServiceException e) {
            return true;
        }
    }

    /** Whether something happened to the folders within that time, which then is cut short. */
    private boolean await(long millis) throws InterruptedException {
        if (stirred) {
            stirred = false;
            return true;
        }
        if (service == null) {
            closed.await(millis, TimeUnit.MILLISECONDS);
            return false;
        }
        long end = now() + millis;
        for (long left = millis; left > 0; left = end - now()) {
            WatchKey key = service.poll(left, TimeUnit.MILLISECONDS);
            if (key != null && matters(key)) {
                return true;
            }
        }
        return false;
    }

    private boolean matters(WatchKey key) {
        Set<String> names = keys.get(key);
        boolean matters = false;
        for (WatchEvent<?> event : key.pollEvents()) {
            matters |= names == null
                    || event.context() == null
                    || names.contains(event.context().toString());
        }
        if (!key.reset()) {
            keys.remove(key);
            return true;
        }
        return matters;
    }

    /** The folders with those inside them; and those around them, for one that goes and comes back. */
    private void register() {
        if (service == null || closed.getCount() == 0) {
            return;
        }
        for (Path folder : folders) {
            Path whole = folder.toAbsolutePath();
            if (whole.getParent() != null) {
                register(whole.getParent(), whole.getFileName().toString());
            }
            if (Files.isDirectory(folder)) {
                try (Stream<Path> inside = Files.walk(folder.toRealPath(), Folders.DEPTH - 1)) {
                    inside.filter(Files::isDirectory).forEach(path -> register(path, null));
                } catch (IOException | UncheckedIOException e) {
                    // it went while being looked at: whoever looks finds that, too
                    LOG.log(System.Logger.Level.DEBUG, "a folder cannot be watched", e);
                }
            }
        }
    }

    private void register(Path folder, @Nullable String name) {
        try {
            WatchKey key = folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            if (name == null) {
                keys.put(key, null);
            } else if (!keys.containsKey(key)) {
                keys.put(key, new HashSet<>(Set.of(name)));
            } else if (keys.get(key) != null) {
                keys.get(key).add(name);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a folder cannot be watched", e);
        }
    }

    /** Ends the thread; returns when it has ended, unless it is this thread itself, or waits for it. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (service != null) {
                service.close();
            }
            Thread watching = thread;
            if (watching != null && watching != Thread.currentThread()) {
                watching.join(LONGEST_END);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
