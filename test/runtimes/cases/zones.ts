/** Where clocks have changed by an hour, half of one, two, a quarter or a day, over midnight, in winter or for good. */
export const ZONES: readonly string[] = [
  ...["Africa/Cairo", "Africa/Juba", "Africa/Khartoum", "Africa/Monrovia", "Africa/Sao_Tome", "Africa/Tripoli", "Africa/Windhoek"],
  ...[
    "America/Asuncion",
    "America/Caracas",
    "America/Cancun",
    "America/Denver",
    "America/Grand_Turk",
    "America/Havana",
    "America/Los_Angeles",
  ],
  ...["America/Mexico_City", "America/New_York", "America/Nuuk", "America/Santiago", "America/Sao_Paulo", "America/St_Johns"],
  ...["Antarctica/Macquarie", "Antarctica/Troll", "Asia/Almaty", "Asia/Amman", "Asia/Beirut", "Asia/Dhaka", "Asia/Gaza", "Asia/Kathmandu"],
  ...["Asia/Pyongyang", "Asia/Tehran", "Asia/Tokyo", "Asia/Ulaanbaatar", "Asia/Vladivostok", "Atlantic/Azores", "Atlantic/Stanley"],
  ...[
    "Australia/Adelaide",
    "Australia/Eucla",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/Lisbon",
  ],
  ...["Europe/London", "Europe/Moscow", "Europe/Paris", "Europe/Simferopol", "Europe/Volgograd", "Pacific/Apia", "Pacific/Auckland"],
  ...["Pacific/Bougainville", "Pacific/Chatham", "Pacific/Easter", "Pacific/Fiji", "Pacific/Kiritimati", "Pacific/Kwajalein"],
  ...["Pacific/Norfolk", "Pacific/Tongatapu"],
];

/**
 * Changes that releases of the time zone database tell otherwise: Moldova's since 2022 (2026a), those that Alberta, British
 * Columbia and Morocco have given up (2026c, 2026b, 2026c), and Baja California's of old (2025c).
 */
export const DISPUTED_CHANGES: Readonly<Record<string, string>> = {
  "Africa/Casablanca": "2027-02-07T02:00:00Z",
  "Africa/El_Aaiun": "2027-02-07T02:00:00Z",
  "America/Edmonton": "2026-11-01T08:00:00Z",
  "America/Tijuana": "1970-04-26T10:00:00Z",
  "America/Vancouver": "2026-11-01T09:00:00Z",
  "Europe/Chisinau": "2024-03-31T00:00:00Z",
};

/** Whether the answer may rest on the release of the time zone database that a runtime has. */
export function isDisputed(zone: unknown): boolean {
  return typeof zone === "string" && Object.hasOwn(DISPUTED_CHANGES, zone);
}
