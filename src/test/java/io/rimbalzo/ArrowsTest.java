package io.rimbalzo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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

    @ArchTest
    static final ArchRule EACH_PACKAGE_USES_ONLY_THOSE_BEFORE_IT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("report")
            .definedBy("io.rimbalzo.report")
            .layer("fact")
            .definedBy("io.rimbalzo.fact")
            .layer("read")
            .definedBy("io.rimbalzo.read")
            .layer("rule")
            .definedBy("io.rimbalzo.rule")
            .layer("diagnosis")
            .definedBy("io.rimbalzo.diagnosis")
            .layer("guidance")
            .definedBy("io.rimbalzo.guidance")
            .layer("mask")
            .definedBy("io.rimbalzo.mask")
            .layer("unexplained")
            .definedBy("io.rimbalzo.unexplained")
            .layer("reply")
            .definedBy("io.rimbalzo.reply")
            .layer("catalogue")
            .definedBy("io.rimbalzo.catalogue")
            .layer("explain")
            .definedBy("io.rimbalzo.explain")
            .layer("render")
            .definedBy("io.rimbalzo.render")
            .layer("root")
            .definedBy("io.rimbalzo")
            .layer("cli")
            .definedBy("io.rimbalzo.cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("reply")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("mask")
            .mayOnlyBeAccessedByLayers("cli", "root")
            .whereLayer("unexplained")
            .mayOnlyBeAccessedByLayers("cli", "root", "render")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("cli", "root", "render")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("cli", "root", "reply")
            .whereLayer("guidance")
            .mayOnlyBeAccessedByLayers("cli", "root", "render", "reply", "catalogue")
            .whereLayer("diagnosis")
            .mayOnlyBeAccessedByLayers("root", "render", "reply", "guidance")
            .whereLayer("rule")
            .mayOnlyBeAccessedByLayers("cli", "root", "render", "reply", "catalogue", "guidance", "diagnosis")
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("cli", "root", "mask")
            .whereLayer("fact")
            .mayOnlyBeAccessedByLayers(
                    "unexplained", "reply", "root", "render", "catalogue", "guidance", "diagnosis", "rule");

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
