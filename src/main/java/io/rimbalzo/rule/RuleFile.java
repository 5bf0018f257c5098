package io.rimbalzo.rule;

import static io.rimbalzo.rule.Refused.Here.refuse;

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

    /** How much of a line a complaint shows. */
    private static final int SHOWN = 40;

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
            throw new Refused.Here(new Place(file.file, Math.max(1, e.line)), "unreadable");
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

        static final String DEEP = "deep";
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

    /** Drools' own words tell of its grammar, not of ours: what stands there tells more. */
    private static Complaint complaint(RuleText file, DroolsParserException error) {
        Place place = new Place(file.file, Math.max(1, error.getLineNumber()), Math.max(0, error.getColumn()) + 1);
        int start = Math.min(file.text.length(), file.start(place.line()) + place.column() - 1);
        int open = Brackets.open(file.text, start);
        if (open >= 0) {
            return new Complaint(file.place(open), null, "bracket-open");
        }
        String rest = file.text.substring(start).lines().findFirst().orElse("").strip();
        boolean end = file.text.substring(start).isBlank();
        return new Complaint(
                place,
                null,
                end ? "syntax-end" : "syntax",
                "found",
                rest.length() > SHOWN ? rest.substring(0, SHOWN) + "…" : rest);
    }

    /** What could hide from a reader: javac takes a backslash and u for a letter even in comments. */
    private static void checkLetters(RuleText file) {
        int escape = file.text.indexOf("\\u");
        refuse(escape >= 0, file.place(Math.max(0, escape)), "escape", "found", "\\u");
        int control = 0;
        while (control < file.text.length()
                && (file.text.charAt(control) >= ' ' || Character.isWhitespace(file.text.charAt(control)))) {
            control++;
        }
        refuse(control < file.text.length(), file.place(control), "control");
    }

    private static void checkHead(RuleText file, PackageDescr parsed) {
        boolean own = "rules".equals(parsed.getNamespace()) && parsed.getUnit() == null;
        refuse(!own, new Place(file.file, 1), "package");
        for (ImportDescr i : parsed.getImports()) {
            boolean facts = i.getTarget().equals("io.rimbalzo.fact.*");
            refuse(!file.isVocabulary() || !facts, new Place(file.file, i.getLine()), "import", "found", i.getTarget());
        }
        for (GlobalDescr g : parsed.getGlobals()) {
            boolean known = GLOBALS.contains(g.getType() + " " + g.getIdentifier());
            refuse(
                    !file.isVocabulary() || !known,
                    new Place(file.file, g.getLine()),
                    "global",
                    "found",
                    g.getIdentifier());
        }
        others(parsed)
                .forEach((form, others) -> others.forEach(
                        other -> refuse(true, new Place(file.file, other.getLine()), "other-form", "found", form)));
        refuse(file.isVocabulary() && !parsed.getRules().isEmpty(), new Place(file.file, 1), "rules-in-vocabulary");
    }

    private static Map<String, Collection<? extends BaseDescr>> others(PackageDescr parsed) {
        Map<String, Collection<? extends BaseDescr>> others = new LinkedHashMap<>();
        others.put("function", parsed.getFunctions());
        others.put("declare", parsed.getTypeDeclarations());
        others.put("declare enum", parsed.getEnumDeclarations());
        others.put("import function", parsed.getFunctionImports());
        others.put("import accumulate", parsed.getAccumulateImports());
        parsed.getAttributes().forEach(a -> others.put(a.getName(), List.of(a)));
        others.put("declare window", parsed.getWindowDeclarations());
        others.put("declare entry-point", parsed.getEntryPointDeclarations());
        return others;
    }
}
