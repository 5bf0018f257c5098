package io.rimbalzo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrows between the packages: text becomes facts, rules conclusions, bundles advice; faces only carry it. */
@AnalyzeClasses(packages = "io.rimbalzo", importOptions = ArrowsTest.Program.class)
class ArrowsTest {

    /** Wherever the build stands. */
    static final class Program implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    /** What each package may use of the others; what stands above another may never be used by it. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("report", Set.of()),
            entry("message", Set.of("report")),
            entry("fact", Set.of("report")),
            entry("read", Set.of("report")),
            entry("rule", Set.of("fact", "report")),
            entry("diagnosis", Set.of("rule", "fact", "report")),
            entry("mask", Set.of("read", "report")),
            entry("guidance", Set.of("message", "diagnosis", "rule", "fact", "report")),
            entry("explain", Set.of("guidance", "diagnosis", "rule", "fact", "report")),
            entry("catalogue", Set.of("guidance", "rule", "fact", "report")),
            entry("unexplained", Set.of("guidance", "fact", "report")),
            entry(
                    "render",
                    Set.of(
                            "explain",
                            "catalogue",
                            "unexplained",
                            "message",
                            "guidance",
                            "diagnosis",
                            "rule",
                            "fact",
                            "report")),
            entry("reply", Set.of("render", "message", "guidance", "diagnosis", "rule", "fact", "report")));

    /** The machine as a whole, and those who hand it on. */
    private static final Set<String> ABOVE = Set.of("check", "chat", "cli", "http", "mcp", "serve");

    /** Only serve, which puts them together, knows several. */
    private static final List<String> FACES = List.of("cli", "http", "mcp");

    @ArchTest
    static final ArchRule EACH_PACKAGE_USES_ONLY_THOSE_BEFORE_IT = classes()
            .should(new ArchCondition<JavaClass>("use only the packages before their own") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                    Set<String> allowed = MAY_USE.get(layer(one));
                    one.getDirectDependenciesFromSelf().stream()
                            .filter(use -> allowed != null && isOurs(use.getTargetClass()))
                            .filter(use -> !layer(use.getTargetClass()).equals(layer(one))
                                    && !allowed.contains(layer(use.getTargetClass())))
                            .forEach(use -> events.add(SimpleConditionEvent.violated(one, use.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule THE_MACHINE_KNOWS_NO_FACE = noClasses()
            .that()
            .resideInAPackage("io.rimbalzo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.rimbalzo.cli..",
                    "io.rimbalzo.check..",
                    "io.rimbalzo.reply..",
                    "io.rimbalzo.chat..",
                    "io.rimbalzo.http..",
                    "io.rimbalzo.mcp..",
                    "io.rimbalzo.serve..");

    @ArchTest
    static final ArchRule NO_FACE_KNOWS_ANOTHER = classes().should(new ArchCondition<JavaClass>("know no other face") {
        @Override
        public void check(JavaClass one, ConditionEvents events) {
            one.getDirectDependenciesFromSelf().stream()
                    .filter(use -> FACES.contains(layer(one)) && isOurs(use.getTargetClass()))
                    .filter(use -> FACES.contains(layer(use.getTargetClass()))
                            || layer(use.getTargetClass()).equals("serve"))
                    .filter(use -> !layer(use.getTargetClass()).equals(layer(one)))
                    .forEach(use -> events.add(SimpleConditionEvent.violated(one, use.getDescription())));
        }
    });

    @ArchTest
    static final ArchRule ONLY_THE_SERVER_KNOWS_ITS_LIBRARIES = noClasses()
            .that()
            .resideOutsideOfPackages("io.rimbalzo.http..", "io.rimbalzo.serve..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule NO_FACE_KNOWS_A_FACT = noClasses()
            .that()
            .resideInAnyPackage("io.rimbalzo.cli..", "io.rimbalzo.http..", "io.rimbalzo.mcp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.rimbalzo.fact..");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_HAS_ITS_PLACE = classes()
            .should(new ArchCondition<JavaClass>("stand in a package that has its place here") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                    String layer = layer(one);
                    if (!layer.isEmpty() && !MAY_USE.containsKey(layer) && !ABOVE.contains(layer)) {
                        events.add(SimpleConditionEvent.violated(one, one.getName()));
                    }
                }
            });

    private static boolean isOurs(JavaClass one) {
        return one.getPackageName().startsWith("io.rimbalzo");
    }

    /** {@code rule} of io.rimbalzo.rule; empty for io.rimbalzo itself. */
    private static String layer(JavaClass one) {
        String[] parts = one.getPackageName().split("\\.");
        return parts.length > 2 ? parts[2] : "";
    }

    @ArchTest
    static final ArchRule THE_REPORT_NEEDS_NOTHING_BUT_JAVA = noClasses()
            .that()
            .resideInAPackage("io.rimbalzo.report")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.jspecify.annotations", "io.rimbalzo.report");

    @ArchTest
    static final ArchRule ONLY_RULE_KNOWS_DROOLS = noClasses()
            .that()
            .resideOutsideOfPackage("io.rimbalzo.rule")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..", "org.antlr..");

    @ArchTest
    static final ArchRule ONLY_ITS_READER_AND_ITS_WRITER_KNOW_MIME4J = noClasses()
            .that()
            .haveNameNotMatching("io\\.rimbalzo\\.(read\\.Mime|reply\\.Draft)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.james..");

    @ArchTest
    static final ArchRule ONLY_RENDER_KNOWS_TEMPLATES = noClasses()
            .that()
            .resideOutsideOfPackage("io.rimbalzo.render")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gg.jte..");

    @ArchTest
    static final ArchRule ONLY_THE_READER_OF_OUTLOOK_FILES_KNOWS_POI = noClasses()
            .that()
            .haveNameNotMatching("io\\.rimbalzo\\.read\\.Storage(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.poi..");

    @ArchTest
    static final ArchRule ONLY_GUIDANCE_KNOWS_ICU = noClasses()
            .that()
            .resideOutsideOfPackage("io.rimbalzo.guidance")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ibm.icu..");
}
