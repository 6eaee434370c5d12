package org.genonaut.account.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The days and months by which GPU time is counted, in the zone that is configured. */
@Component
public class CalendarDays {

    private final ZoneId zone;

    CalendarDays(LimitProperties properties) {
        this.zone = properties.zone();
    }

    /** The day of a moment. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** When the day after that of a moment begins. */
    public Instant nextDay(Instant moment) {
        return day(moment).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** When the month after that of a moment begins. */
    public Instant nextMonth(Instant moment) {
        return day(moment).withDayOfMonth(1).plusMonths(1).atStartOfDay(zone).toInstant();
    }
}
