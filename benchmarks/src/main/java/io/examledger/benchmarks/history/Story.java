package io.examledger.benchmarks.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Companies one after the other, each with orders, and between them people who buy for themselves. */
final class Story {
    private static final int MOST_ORDERS = 3;
    private static final int MOST_INDIVIDUALS = 60;
    private static final int LARGEST_ORDER = 20_000;

    private final Teller teller;
    private final Instant begin;
    private final List<String> subjects;
    private final Sessions sessions;
    private final People people;
    private final EnterpriseStory enterprise;
    private final IndividualStory individual;

    Story(Teller teller, List<String> subjects) {
        this.teller = teller;
        this.begin = teller.now();
        this.subjects = List.copyOf(subjects);
        this.sessions = new Sessions(teller);
        this.people = new People(teller);
        Messages messages = new Messages(teller);
        Registrations registrations = new Registrations(teller);
        Purchases purchases = new Purchases(teller, messages);
        Exams exams = new Exams(teller, sessions, messages);
        Refunds refunds = new Refunds(teller);
        Ends ends = new Ends(teller, messages);
        Codes codes = new Codes(teller, messages, registrations);
        this.enterprise = new EnterpriseStory(teller, people, purchases, codes, exams, refunds, ends);
        this.individual = new IndividualStory(teller, people, purchases, registrations, exams, refunds, ends);
    }

    void tell() {
        sessions.openSite();
        while (!teller.enough()) {
            company();
        }
    }

    private void company() {
        start();
        String company = people.company();
        int orders = 1 + teller.random().nextInt(MOST_ORDERS);
        for (int order = 0; order < orders && !teller.enough(); order++) {
            start();
            enterprise.tell(company, enterprise.size(LARGEST_ORDER));
        }
        int individuals = teller.random().nextInt(MOST_INDIVIDUALS);
        for (int person = 0; person < individuals && !teller.enough(); person++) {
            start();
            individual.tell();
        }
    }

    private void start() {
        teller.at(begin.plus(Duration.ofMinutes(teller.random().nextInt(60 * 24 * 30))));
        teller.know("subject", subjects.get(teller.random().nextInt(subjects.size())));
    }
}
