package org.genonaut.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.genonaut.chaos.Snapshot.Attempt;
import org.genonaut.chaos.Snapshot.Image;
import org.genonaut.chaos.Snapshot.Job;
import org.genonaut.chaos.Snapshot.Request;
import org.junit.jupiter.api.Test;

class AuditTest {

    private final Books books = new Books();

    @Test
    void findsNothingWhereAllIsRight() {
        finds(0, 0, 0);
    }

    @Test
    void missesAPicture() {
        books.images.removeLast();
        finds(1, 0, 0);
    }

    @Test
    void missesAFile() {
        books.files.remove(books.images.getFirst().key());
        finds(1, 0, 0);
    }

    @Test
    void comparesFilesWithTheirRows() {
        books.files.put(books.images.getFirst().key(), Books.sha(99));
        finds(1, 0, 0);
    }

    @Test
    void missesARequestThatWasAcceptedAndIsNotThere() {
        books.accepted = Set.of(Books.id(77));
        finds(4, 0, 0);
    }

    @Test
    void missesAnAskThatNobodyEverAccepted() {
        books.accepted = Set.of();
        books.requests.clear();
        books.jobs.clear();
        books.attempts.clear();
        books.images.clear();
        books.made.clear();
        finds(0, 0, 1);
    }

    @Test
    void missesAJobOfARequest() {
        books.jobs.removeLast();
        books.attempts.removeLast();
        books.made.removeLast();
        books.images.removeIf(image -> image.job().equals(Books.SECOND));
        finds(1, 0, 0);
    }

    @Test
    void acceptsAFailureThatTheTroublesExplain() {
        books.firstJobEnded("failed", "stuck", 5);
        finds(0, 0, 0, Trouble.ZOMBIE);
        finds(0, 0, 1, Trouble.KILL);
    }

    @Test
    void acceptsNoFailureAfterASingleTry() {
        books.firstJobEnded("failed", "stuck", 1);
        finds(0, 0, 1, Trouble.ZOMBIE);
    }

    @Test
    void wantsTheLatePictureOfAJobThatFailed() {
        books.firstJobEnded("failed", "stuck", 5);
        books.made.add(Books.made(Books.FIRST_PROMPT, Books.sha(0), Books.sha(1)));
        finds(2, 0, 0, Trouble.ZOMBIE);
    }

    @Test
    void countsWhatIsStillOpenAsLost() {
        books.firstJobEnded("backing_off", "lost", 2);
        books.open.put("ava", 1);
        books.requests.set(0, new Request(Books.REQUEST, 0, "ava", "processing", null, false));
        finds(2, 0, 0, Trouble.RESTART);
    }

    @Test
    void acceptsACancelOnlyFromWhoAsked() {
        books.firstJobEnded("cancelled", "cancelled", 1);
        books.requests.set(0, new Request(Books.REQUEST, 0, "ava", "cancelled", null, true));
        finds(0, 0, 1);
        books.cancelled = true;
        finds(0, 0, 0);
    }

    @Test
    void seesAJobThatTwoAttemptsEnded() {
        books.attempts.add(Books.attempt(Books.FIRST, 2, Books.id(22), "success"));
        books.jobs.set(0, new Job(Books.FIRST, Books.REQUEST, 0, "ava", "completed", null, null, 2, false));
        finds(0, 1, 0);
    }

    @Test
    void seesPicturesOfTwoAttemptsInOneJob() {
        books.attempts.add(Books.attempt(Books.FIRST, 2, Books.id(22), "lost"));
        books.jobs.set(0, new Job(Books.FIRST, Books.REQUEST, 0, "ava", "completed", null, null, 2, false));
        books.made.set(0, Books.made(Books.FIRST_PROMPT, Books.sha(0), Books.sha(50)));
        books.made.add(Books.made(Books.id(22), Books.sha(51), Books.sha(1)));
        finds(0, 1, 0);
    }

    @Test
    void seesAPictureThatIsThereTwice() {
        var first = books.images.getFirst();
        books.images.add(new Image(
                first.request(), Books.SECOND, 2, 4, first.key(), first.sha(), first.width(), first.height()));
        assertThat(books.audited().doubled()).hasSize(1);
    }

    @Test
    void seesAPictureThatNobodyMade() {
        books.made.set(0, Books.made(Books.FIRST_PROMPT, Books.sha(0), Books.sha(50)));
        finds(0, 0, 1);
    }

    @Test
    void seesAPictureOfAnotherSize() {
        var first = books.images.getFirst();
        books.images.set(0, new Image(first.request(), first.job(), 0, 0, first.key(), first.sha(), 64, 64));
        finds(0, 0, 1);
    }

    @Test
    void seesWhatWasNotPutAway() {
        books.slots.add(Books.FIRST);
        finds(0, 0, 1);
        books.open.put("ava", 3);
        finds(0, 0, 2);
        books.attempts.set(0, new Attempt(Books.FIRST, 1, "Atlas", Books.FIRST_PROMPT, false, "success", 1));
        finds(0, 0, 3);
        books.jobs.set(0, new Job(Books.FIRST, Books.REQUEST, 0, "ava", "completed", null, null, 1, true));
        finds(0, 0, 4);
    }

    @Test
    void derivesTheStateOfARequest() {
        books.requests.set(0, new Request(Books.REQUEST, 0, "ava", "processing", null, false));
        finds(0, 0, 1);
        books.requests.set(0, new Request(Books.REQUEST, 0, "ava", "completed", "1 of 2 failed", false));
        finds(0, 0, 1);
    }

    @Test
    void seesAPromptThatNobodyWroteDown() {
        books.made.add(new Made("Atlas", Books.id(99), Optional.empty(), List.of()));
        finds(0, 0, 1);
    }

    private void finds(int lost, int doubled, int unexplained, Trouble... troubles) {
        var findings = books.audited(troubles);
        assertThat(findings.counts())
                .as(findings.details())
                .isEqualTo("lost " + lost + " · doubled " + doubled + " · unexplained " + unexplained);
    }
}
