import { expect, it } from "vitest";

const minutesBehindUtc: Readonly<Record<string, { winter: number; summer: number }>> = {
  UTC: { winter: 0, summer: 0 },
  "America/Los_Angeles": { winter: 480, summer: 420 },
  "Pacific/Auckland": { winter: -780, summer: -720 }, // of the northern half
  "Asia/Kolkata": { winter: -330, summer: -330 },
};

it("runs in the time zone of its project", () => {
  const [winter, summer] = [new Date(2025, 0, 1), new Date(2025, 6, 1)].map((date) => date.getTimezoneOffset());
  expect({ winter, summer }).toEqual(minutesBehindUtc[process.env.TZ ?? ""]);
});
