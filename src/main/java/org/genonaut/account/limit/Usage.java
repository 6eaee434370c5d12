package org.genonaut.account.limit;

/** What an account spent of all its quotas. */
public record Usage(
        int openJobs, Spent imagesThisHour, Spent gpuSecondsToday, Spent gpuSecondsThisMonth, Limits limits) {}
