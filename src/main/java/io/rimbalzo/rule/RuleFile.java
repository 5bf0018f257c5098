package io.rimbalzo.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonTokenStream;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DRLFactory;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.lang.DRLLexer;
import org.drools.drl.parser.lang.DRLParser;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Parses one file with Drools' own parser; besides rules only the vocabulary may hold anything: {@code import io.rimbalzo.fact.*}. */
final class RuleFile {

    private static final String FORM = "A rule is written: rule \"topic.name\" @source(\"...\")"
            + " when Fact( ... ) then conclude.certain(\"topic.name\", $seen); end";
    private static final List<String> GLOBALS =
            List.of("io.rimbalzo.rule.Conclude conclude", "io.rimbalzo.rule.Infer infer");

    private RuleFile() {}

    /** The rules of the file; none, and complaints, where it cannot be parsed. */
    static List<RuleDescr> parse(RuleText file, Consumer<Complaint> complaints) {
        checkLetters(file);
        DRLLexer lexer = DRLFactory.getDRLLexer(new ANTLRStringStream(file.text), LanguageLevelOption.DRL6);
        Bounded tokens = new Bounded(lexer, file);
        DRLParser parser = DRLFactory.getDRLParser(tokens, LanguageLevelOption.DRL6);
        PackageDescr parsed;
        try {
            parsed = parser.compilationUnit();
        } catch (RecognitionException e) {
            throw new Refused.Here(new Place(file.file, Math.max(1, e.line)), "cannot be read");
        } catch (StackOverflowError e) {
            throw new Refused.Here(new Place(file.file, 1), Bounded.DEEP);
        }
        tokens.checkSteps();
        parser.getErrors().forEach(error -> complaints.accept(complaint(file, error)));
        lexer.getErrors().forEach(error -> complaints.accept(complaint(file, error)));
        if (parser.hasErrors() || !lexer.getErrors().isEmpty() || parsed == null) {
            return List.of();
        }
        checkHead(file, parsed);
        return parsed.getRules();
    }

    /** The tokens of one file; they end the reading when the parser turns around in nested brackets, exponentially. */
    private static final class Bounded extends CommonTokenStream {

        static final String DEEP = "brackets stand too deep in one another";
        private static final int STEPS_A_TOKEN = 2_000;
        private static final int DEEPEST = 12;

        private final RuleText file;
        private final long limit;
        private long steps;
        private @Nullable Place place;

        Bounded(DRLLexer lexer, RuleText file) {
            super(lexer);
            this.file = file;
            fill();
            limit = (long) STEPS_A_TOKEN * size();
            int depth = 0;
            for (Token token : getTokens()) {
                char c = token.getText() == null || token.getText().length() != 1
                        ? ' '
                        : token.getText().charAt(0);
                depth = Math.max(0, depth + ("([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0));
                if (depth > DEEPEST) {
                    throw new Refused.Here(
                            new Place(file.file, token.getLine(), token.getCharPositionInLine() + 1), DEEP);
                }
            }
        }

        @Override
        public Token LT(int ahead) {
            Token token = super.LT(ahead);
            if (++steps > limit) {
                place = place == null ? new Place(file.file, Math.max(1, token.getLine())) : place;
                checkSteps();
            }
            return token;
        }

        /** The parser swallows some exceptions, but not one at its every step. */
        void checkSteps() {
            if (place != null) {
                throw new Refused.Here(place, DEEP);
            }
        }
    }

    /** Without the number and place with which Drools begins: {@code [ERR 102] Line 7:35 mismatched input ...}. */
    private static Complaint complaint(RuleText file, DroolsParserException error) {
        String text = String.valueOf(error.getMessage());
        int start = text.startsWith("[ERR ") ? text.indexOf("] ") + 2 : 0;
        int line = text.startsWith("Line ", start) ? text.indexOf(' ', start + 5) + 1 : start;
        Place place = new Place(file.file, Math.max(1, error.getLineNumber()), Math.max(0, error.getColumn()) + 1);
        return new Complaint(place, null, text.substring(Math.max(start, line)) + ". " + FORM);
    }

    /** What could hide from a reader: javac takes a backslash and u for a letter even in comments. */
    private static void checkLetters(RuleText file) {
        int escape = file.text.indexOf("\\u");
        refuse(escape >= 0, file.place(Math.max(0, escape)), "write the letter itself, not \\u...");
        int control = 0;
        while (control < file.text.length()
                && (file.text.charAt(control) >= ' ' || Character.isWhitespace(file.text.charAt(control)))) {
            control++;
        }
        refuse(control < file.text.length(), file.place(control), "a control character is not allowed");
    }

    private static void refuse(boolean wrong, Place place, String message) {
        if (wrong) {
            throw new Refused.Here(place, message);
        }
    }

    private static void checkHead(RuleText file, PackageDescr parsed) {
        boolean own = "rules".equals(parsed.getNamespace()) && parsed.getUnit() == null;
        refuse(!own, new Place(file.file, 1), "the file must begin with: package rules");
        for (ImportDescr i : parsed.getImports()) {
            boolean facts = i.getTarget().equals("io.rimbalzo.fact.*");
            refuse(
                    !file.isVocabulary() || !facts,
                    new Place(file.file, i.getLine()),
                    "import " + i.getTarget() + " is not allowed");
        }
        for (GlobalDescr g : parsed.getGlobals()) {
            boolean known = GLOBALS.contains(g.getType() + " " + g.getIdentifier());
            refuse(
                    !file.isVocabulary() || !known,
                    new Place(file.file, g.getLine()),
                    "global " + g.getIdentifier() + " is not allowed");
        }
        others(parsed)
                .forEach((form, others) -> others.forEach(other -> refuse(
                        true,
                        new Place(file.file, other.getLine()),
                        "a rule file holds rules, nothing else: " + form + " is not allowed")));
        refuse(
                file.isVocabulary() && !parsed.getRules().isEmpty(),
                new Place(file.file, 1),
                "rules stand in other files");
    }

    private static Map<String, Collection<? extends BaseDescr>> others(PackageDescr parsed) {
        Map<String, Collection<? extends BaseDescr>> others = new LinkedHashMap<>();
        others.put("function", parsed.getFunctions());
        others.put("declare", parsed.getTypeDeclarations());
        others.put("declare enum", parsed.getEnumDeclarations());
        others.put("import function", parsed.getFunctionImports());
        others.put("import accumulate", parsed.getAccumulateImports());
        others.put("an attribute", parsed.getAttributes());
        others.put("declare window", parsed.getWindowDeclarations());
        others.put("declare entry-point", parsed.getEntryPointDeclarations());
        return others;
    }
}
