package org.lurewatch.detection.features;

/** How the calling code of a telephone number stands to the countries that the rest of a posting points to. */
public enum CodeRelation {
    /** It is that of the job's or the employer's country. */
    LOCAL,
    /** It is neither that of the job, nor of the employer, nor of the people that the posting is written for. */
    ELSEWHERE,
    /** The posting does not tell, or it is that of the people that the posting is written for. */
    OPEN
}
