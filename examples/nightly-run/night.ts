/** The night of the committed accounts: their snapshots were taken in the minutes before it. */
export const NIGHT = "2025-06-30T02:00:00.000Z";
