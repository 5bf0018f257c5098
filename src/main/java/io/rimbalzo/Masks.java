package io.rimbalzo;

import io.rimbalzo.guidance.Library;
import io.rimbalzo.guidance.Words;
import io.rimbalzo.mask.Masking;
import io.rimbalzo.mask.PublicHosts;
import io.rimbalzo.rule.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes the mask from the knowledge: names that stay, words that rules listen for, the words of stand-ins. */
final class Masks {

    private Masks() {}

    static Masking of(Folders folders, Rules rules, Library library, Words words) throws IOException {
        List<String> stay = new ArrayList<>(folders.publicHosts());
        stay.addAll(folders.wellKnownDomains());
        Masking.Labels labels = new Masking.Labels(
                words.say("mask.user"),
                words.say("mask.domain"),
                words.say("mask.host"),
                words.say("mask.person"),
                words.say("mask.phone"),
                words.say("mask.subject"),
                words.say("mask.id"));
        return new Masking(new PublicHosts(stay), vocabulary(rules), subjectFields(library), labels);
    }

    /** Every word of every phrase, whole as between blanks and piece by piece. */
    private static Set<String> vocabulary(Rules rules) {
        Set<String> words = new HashSet<>();
        rules.all().stream().flatMap(rule -> rule.texts()).forEach(phrase -> {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i <= phrase.length(); i++) {
                char c = i < phrase.length() ? phrase.charAt(i) : ' ';
                if (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_') {
                    word.append(c);
                } else if (word.length() > 0) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            }
        });
        return words;
    }

    private static Set<String> subjectFields(Library library) {
        Set<String> fields = new HashSet<>();
        for (String language : library.spoken()) {
            for (String name :
                    library.known(language).say("mask.subject-fields").split(",", 0)) {
                fields.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        return fields;
    }
}
