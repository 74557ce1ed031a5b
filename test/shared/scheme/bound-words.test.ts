import { describe, expect, test } from "vitest";
import { checkDossier } from "../../../shared/scheme/check-dossier.ts";
import type { Scheme } from "../../../shared/scheme/scheme.ts";
import type { Qualifier } from "../../../shared/submission/fact.ts";
import { dossier, fact, schemeOf } from "../../support/dossier.ts";

const guangxi = schemeOf("guangxi-2020");
const exclusive: Scheme = { ...guangxi, settings: { ...guangxi.settings, boundWords: "exclusive" } };
/** 创新型企业 of an institute must be fewer than … in this invented notice. */
const upper = (scheme: Scheme): Scheme => ({
  ...scheme,
  indicators: scheme.indicators.map((indicator) =>
    indicator.id === "lean-firms" && indicator.thresholds.region
      ? { ...indicator, thresholds: { region: { ...indicator.thresholds.region, op: ">", value: "50" } } }
      : indicator,
  ),
});
const status = (scheme: Scheme, value: string, qualifier: Qualifier, text: string) =>
  checkDossier(
    scheme,
    dossier(1, ["青秀区", "南宁市", "region", "lean"], {
      facts: [fact("lean-firms", value, { qualifier, text })],
    }),
    { registry: [] },
  ).find((finding) => finding.rule === "threshold:lean-firms")?.status;

describe("以上 with or without the number itself (民法典 1259 or a form that says the opposite)", () => {
  test("50家以上 against >50: open by the civil code, met when 以上 excludes", () => {
    expect(status(upper(guangxi), "50", "at-least", "创新型企业50家以上")).toBe("to-confirm");
    expect(status(upper(exclusive), "50", "at-least", "创新型企业50家以上")).toBe("met");
  });

  test("不少于 and （含）以上 hold the number in both", () => {
    expect(status(upper(exclusive), "50", "at-least", "创新型企业不少于50家")).toBe("to-confirm");
    expect(status(upper(exclusive), "50", "at-least", "创新型企业50家（含）以上")).toBe("to-confirm");
  });

  test("≥50 is met by 50家以上 either way; 50家以下 is only open by the civil code", () => {
    expect(status(guangxi, "50", "at-least", "创新型企业50家以上")).toBe("met");
    expect(status(exclusive, "50", "at-least", "创新型企业50家以上")).toBe("met");
    expect(status(guangxi, "50", "at-most", "创新型企业50家以下")).toBe("to-confirm");
    expect(status(exclusive, "50", "at-most", "创新型企业50家以下")).toBe("not-met");
  });
});
