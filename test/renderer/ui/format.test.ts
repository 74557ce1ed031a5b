import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  fileNameOf,
  formatBytes,
  formatDecimal,
  formatInstant,
  formatMargin,
} from "../../../renderer/ui/format.ts";

describe("numbers are grouped without going through a float", () => {
  it.each([
    ["0", "0"],
    ["999", "999"],
    ["1000", "1,000"],
    ["12345.50", "12,345.50"],
    ["-1234567.125", "−1,234,567.125"],
    ["123456789012345678901234.10", "123,456,789,012,345,678,901,234.10"],
  ])("%s is shown as %s", (value, shown) => {
    expect(formatDecimal(value)).toBe(shown);
  });

  it("leaves text that is no number as it is", () => {
    expect(["", "3.", "约 5", "1e3", "（无）"].map(formatDecimal)).toEqual([
      "",
      "3.",
      "约 5",
      "1e3",
      "（无）",
    ]);
  });

  it("always shows the sign of a margin, but none for zero", () => {
    expect(["1120", "-0.5", "0", "0.00"].map(formatMargin)).toEqual(["+1,120", "−0.5", "0", "0.00"]);
  });
});

describe("times are Beijing time", () => {
  const now = DateTime.fromISO("2021-12-01T00:00:00Z").toJSDate();

  it("leaves out the year of the reader's present", () => {
    expect(formatInstant("2021-11-28T15:40:00Z", now)).toBe("11-28 23:40");
  });

  it("says another year", () => {
    expect(formatInstant("2020-09-25T10:00:00+08:00", now)).toBe("2020-09-25 10:00");
  });

  it("turns over the day and the year with Beijing, not with UTC", () => {
    expect(formatInstant("2020-12-31T16:30:00Z", now)).toBe("01-01 00:30");
  });

  it("shows what is no instant as it came", () => {
    expect(formatInstant("昨天", now)).toBe("昨天");
  });
});

it("takes the last part of paths, also inside mails and archives", () => {
  expect(
    ["湘潭/报送.eml!/附件.zip!/a/实施方案.docx", "C:\\收件\\附件3.xlsx", "单个.docx"].map(fileNameOf),
  ).toEqual(["实施方案.docx", "附件3.xlsx", "单个.docx"]);
});

it("says sizes as people do", () => {
  expect([0, 1023, 1024, 36454, 5 * 1024 * 1024].map(formatBytes)).toEqual([
    "0 B",
    "1023 B",
    "1.0 KB",
    "35.6 KB",
    "5.0 MB",
  ]);
});
