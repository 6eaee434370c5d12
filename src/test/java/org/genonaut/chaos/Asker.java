package org.genonaut.chaos;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Brings one ask through, as a careful program does: what became of a lost answer is looked up before it asks again. */
final class Asker {

    private static final int TRIES = 40;
    private static final int LOOKS = 3;

    private final Client client;
    private final List<AppNode> nodes;
    private final Ask ask;
    private final Set<UUID> accepted = new LinkedHashSet<>();
    private int node;
    private int submissions;
    private boolean cancelled;
    private String refusal = "";

    Asker(Client client, List<AppNode> nodes, Ask ask) {
        this.client = client;
        this.nodes = nodes;
        this.ask = ask;
        this.node = ask.node();
    }

    Asked ask() throws InterruptedException {
        submit();
        if (ask.cancelAfter().isPresent() && !accepted.isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(ask.cancelAfter().get().toMillis());
            cancel(accepted.iterator().next());
        }
        return new Asked(ask, accepted, submissions, cancelled, refusal);
    }

    private void submit() throws InterruptedException {
        for (int attempt = 0; attempt < TRIES && accepted.isEmpty() && refusal.isEmpty(); attempt++) {
            try {
                submissions++;
                accepted.add(client.submit(nodes.get(node), ask));
            } catch (Client.Refused refused) {
                refused(refused);
            } catch (IOException unknown) {
                lookUp();
            }
        }
        if (accepted.isEmpty() && refusal.isEmpty()) {
            refusal = "nobody answered";
        }
    }

    private void refused(Client.Refused answer) throws InterruptedException {
        if (answer.isOurFault()) {
            refusal = String.valueOf(answer.getMessage());
        } else if (answer.isForNow()) {
            takeTheOther();
        } else {
            lookUp(); // A 500 says as little as no answer.
        }
    }

    /** A node that has paused, or a database that was away, may still be about to write it down: several looks. */
    private void lookUp() throws InterruptedException {
        for (int looks = 0, tries = 0; looks < LOOKS && tries < TRIES && accepted.isEmpty(); tries++) {
            takeTheOther();
            try {
                accepted.addAll(client.find(nodes.get(node), ask));
                looks++;
            } catch (IOException alsoAway) {
                // The next one, after a second.
            }
        }
    }

    private void cancel(UUID generation) throws InterruptedException {
        cancelled = true;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                client.delete(nodes.get(node), ask, generation);
                return;
            } catch (Client.Refused refused) {
                if (refused.isOurFault()) {
                    return; // Another of our wishes came through, and it is in the trash by now.
                }
                takeTheOther();
            } catch (IOException unknown) {
                takeTheOther();
            }
        }
    }

    private void takeTheOther() throws InterruptedException {
        node = (node + 1) % nodes.size();
        TimeUnit.SECONDS.sleep(1);
    }
}
