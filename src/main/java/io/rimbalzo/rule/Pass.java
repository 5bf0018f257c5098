package io.rimbalzo.rule;

import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** One run of a rule base over the facts of a message: first rules/inference, then rules/. */
final class Pass {

    private final Feeding feeding;
    private final KieBase network;

    Pass(List<Rule> rules, Asks asks) {
        feeding = new Feeding(rules, asks);
        network = Network.of(rules, asks, feeding);
    }

    void run(List<Heard> facts, Network.Fired fired) {
        List<Said> said = feeding.said(facts);
        if (said.isEmpty()) {
            return;
        }
        KieSession session = network.newKieSession();
        try {
            session.setGlobal(Network.FIRED, fired);
            said.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }
}
