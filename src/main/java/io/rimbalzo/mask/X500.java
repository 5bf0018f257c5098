package io.rimbalzo.mask;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of X.500, which Exchange writes {@code /o=.../cn=mario} or {@code IMCEAEX-_O=..._cn=mario@example.it}. */
final class X500 {

    private static final String SHAPE =
            "IMCEAEX-_O=EXCHANGELABS_OU=EXCHANGE+20ADMINISTRATIVE+20GROUP+20+28FYDIBOHF23SPDLT+29_CN=RECIPIENTS_CN=";

    private X500() {}

    /** What stands before the name that is masked; null where the local part is no X.500 address. */
    static @Nullable String inLocalPart(String local) {
        return local.toLowerCase(Locale.ROOT).startsWith("imceaex") ? SHAPE : null;
    }

    /** The path up to the last {@code /cn=}, with an organization of no name. */
    static String masked(String path) {
        int units = path.toLowerCase(Locale.ROOT).indexOf("/ou=");
        return units < 0 ? "/o=ExchangeLabs/cn=" : "/o=ExchangeLabs" + SHAPE_OF_PATH;
    }

    private static final String SHAPE_OF_PATH = "/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=";
}
