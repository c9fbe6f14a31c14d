/** Another edition of the tz database than the one that held digests were made with: it may tell other instants. */
export const OTHER_TZDATA: boolean = process.versions.tz !== "2025c";

/** Another edition of ICU than that: it may write numbers and dates otherwise. */
export const OTHER_ICU: boolean = process.versions.icu !== "78.2";
