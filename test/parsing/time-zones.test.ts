import { describe, expect, it } from "vitest";
import { parseAccount } from "../../src/index.js";
import { owedAccount } from "../support/build.js";
import { faults } from "../support/faults.js";

const read = (timeZone: unknown): string => parseAccount(owedAccount({ timeZone: timeZone as string })).timeZone;

describe("an account's time zone", () => {
  it("is UTC where the account has none", () => {
    expect(parseAccount(owedAccount()).timeZone).toBe("UTC");
    expect(read(null)).toBe("UTC");
  });

  it.each(["UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Africa/Monrovia", "Etc/GMT+5", "Asia/Calcutta"])(
    "may be %s",
    (zone) => {
      expect(read(zone)).toBe(zone);
    },
  );

  it.each(["", "Mars/Olympus", "constructor", "toString", "__proto__", "+01:00", "-05:00", "Europe/", " UTC", "UTC ", "Europe/London\n"])(
    "is a fault where %o is no IANA name",
    (zone) => {
      expect(faults(() => read(zone))).toEqual(["timeZone: invalid_time_zone"]);
    },
  );

  it("is text", () => {
    expect(faults(() => read(60))).toEqual(["timeZone: invalid_type"]);
  });
});
