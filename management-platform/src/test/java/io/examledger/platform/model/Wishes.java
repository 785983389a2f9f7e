package io.examledger.platform.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the actors do, and how often. */
final class Wishes {
    /** Something that somebody may do; nothing, where there is nothing to do it with. */
    private interface Wish {
        Optional<Act> draw(Draw draw, Instant at);
    }

    private static final int TRIES = 4;
    private final ExamDayDraws examDay;
    private final List<Wish> onExamDays = new ArrayList<>();
    private final List<Wish> weighted = new ArrayList<>();

    Wishes(World world, Names names, OpenVaults vaults) {
        BuyingDraws buying = new BuyingDraws(world, names, vaults);
        often(9, buying::place);
        often(12, buying::pay);
        often(2, buying::issueVouchers);
        often(2, buying::account);
        often(1, buying::catalogue);
        CodeDraws codes = new CodeDraws(world, names, vaults);
        often(14, codes::bind);
        often(4, codes::unbind);
        often(3, codes::regenerate);
        often(1, codes::bulk);
        ExamDraws exams = new ExamDraws(world, names, vaults);
        often(4, exams::openSession);
        often(16, exams::schedule);
        often(3, exams::reschedule);
        often(4, exams::cancel);
        examDay = new ExamDayDraws(world);
        often(4, examDay::checkIn);
        often(3, examDay::launch);
        often(4, examDay::result);
        often(1, examDay::violation);
        often(1, examDay::interruption);
        onExamDays.addAll(List.of(
                examDay::checkIn,
                examDay::checkIn,
                examDay::checkIn,
                examDay::launch,
                examDay::launch,
                examDay::interruption,
                examDay::violation,
                examDay::result));
        often(1, examDay::noShow);
        often(1, examDay::release);
        RefundDraws refunds = new RefundDraws(world, names);
        often(5, refunds::request);
        often(2, refunds::approve);
        often(2, refunds::reject);
    }

    private void often(int weight, Wish wish) {
        for (int i = 0; i < weight; i++) {
            weighted.add(wish);
        }
    }

    Optional<Act> draw(Draw draw, Instant at) {
        List<Wish> wishes = draw.percent(50) && examDay.isOn(at) ? onExamDays : weighted;
        Optional<Act> act = Optional.empty();
        for (int tries = 0; act.isEmpty() && tries < TRIES; tries++) {
            act = draw.of(wishes).draw(draw, at);
        }
        return act;
    }
}
