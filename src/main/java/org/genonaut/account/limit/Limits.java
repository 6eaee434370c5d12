package org.genonaut.account.limit;

/**
 * How much one account may have.
 *
 * @param weight share of the fleet beside others; 1 is usual, 2 is twice as much
 * @param openJobs prompts that wait or run
 * @param megapixels of one image, each 1024 × 1024 pixels
 * @param batchSize images of one prompt
 * @param batchCount prompts of one request
 * @param imagesPerHour in any 60 minutes
 * @param gpuSecondsPerDay in a calendar day
 * @param gpuSecondsPerMonth in a calendar month
 * @param whenExceeded what becomes of a request above one of the three
 */
public record Limits(
        double weight,
        int openJobs,
        double megapixels,
        int batchSize,
        int batchCount,
        Quota imagesPerHour,
        Quota gpuSecondsPerDay,
        Quota gpuSecondsPerMonth,
        WhenExceeded whenExceeded) {

    public boolean hasQuotas() {
        return !(imagesPerHour.equals(Quota.UNLIMITED)
                && gpuSecondsPerDay.equals(Quota.UNLIMITED)
                && gpuSecondsPerMonth.equals(Quota.UNLIMITED));
    }
}
