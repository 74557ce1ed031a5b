import { describe, expect, it } from "vitest";
import { rank } from "../../../shared/scoring/rank.ts";
import type { RankInput } from "../../../shared/scoring/rank-input.ts";
import { type Decision, Ranking } from "../../../shared/scoring/ranking.ts";
import { rankInput, sheet, sheets, submission } from "../../support/ranking-input.ts";

const lean = (input: RankInput) => {
  const found = rank(input).directions.find((direction) => direction.direction === "lean");
  if (found === undefined) throw new Error("no lean direction");
  return found;
};

const short = (input: RankInput) =>
  lean(input).rows.map((row) => [row.submission, row.rank, row.score, row.place, row.tie]);

const tieOrder = (order: string[], score: string, more: Partial<Decision> = {}): Decision => ({
  id: "d1",
  kind: "tie-order",
  direction: "lean",
  order,
  score,
  reason: "现场答辩更充分",
  by: "组长",
  at: "2021-12-01T10:00:00+08:00",
  ...more,
});

const three = [submission(1), submission(2), submission(3)];
const seats = (count: number | null) => ({ ...rankInput().rule, seats: { lean: count } });

describe("the ranking of a direction", () => {
  it("orders by score and draws the cut line", () => {
    const input = rankInput({
      rule: seats(2),
      submissions: three,
      sheets: [...sheets("s1", "80", "81"), ...sheets("s2", "90", "91"), ...sheets("s3", "85", "86")],
    });
    expect(short(input)).toEqual([
      ["s2", 1, "90.50", "recommended", "none"],
      ["s3", 2, "85.50", "recommended", "none"],
      ["s1", 3, "80.50", "reserve", "none"],
    ]);
    expect(Ranking.parse(rank(input))).toEqual(rank(input));
  });

  it("draws no cut line where no seats are set, and recommends nobody for 0 seats", () => {
    const input = { submissions: three.slice(0, 1), sheets: sheets("s1", "80") };
    expect(lean(rankInput({ ...input, rule: seats(null) })).rows[0]?.place).toBe("no-cut-line");
    expect(lean(rankInput({ ...input, rule: seats(0) })).rows[0]?.place).toBe("reserve");
  });

  it("compares scores as numbers: 100 stands above 99", () => {
    const input = rankInput({
      submissions: three.slice(0, 2),
      sheets: [sheet("s1", "e1", "99"), sheet("s2", "e1", "100")],
    });
    expect(lean(input).rows.map((row) => row.submission)).toEqual(["s2", "s1"]);
  });

  it("keeps directions apart", () => {
    const input = rankInput({
      submissions: [submission(1), submission(2, { direction: "global" })],
      sheets: [...sheets("s1", "60"), ...sheets("s2", "90")],
    });
    expect(
      rank(input).directions.flatMap((direction) => direction.rows.map((row) => [row.submission, row.rank])),
    ).toEqual([
      ["s1", 1],
      ["s2", 1],
    ]);
  });

  it("says why a submission has no rank and never gives it a score of 0", () => {
    const input = rankInput({
      rule: { ...seats(1), minimumSheets: 2 },
      submissions: [...three, submission(4, { direction: null })],
      sheets: [...sheets("s1", "80", "80"), ...sheets("s2", "99"), ...sheets("s4", "70", "70")],
    });
    expect(
      lean(input).rows.map((row) => [row.submission, row.rank, row.score, row.unranked, row.place]),
    ).toEqual([
      ["s1", 1, "80.00", null, "recommended"],
      ["s2", null, null, "too-few-sheets", "unranked"],
      ["s3", null, null, "no-sheets", "unranked"],
    ]);
    expect(rank(input).unplaced.map((row) => [row.submission, row.unranked])).toEqual([
      ["s4", "no-direction"],
    ]);
  });

  it("needs three sheets when highest and lowest are left out, whatever minimum is declared", () => {
    const input = rankInput({
      rule: { ...seats(1), method: "trimmed" },
      submissions: three.slice(0, 2),
      sheets: [...sheets("s1", "80", "90", "100"), ...sheets("s2", "99", "99")],
    });
    expect(
      lean(input).rows.map((row) => [row.score, row.unranked, row.sheets.map((entry) => entry.dropped)]),
    ).toEqual([
      ["90.00", null, [true, false, true]],
      [null, "too-few-sheets", [false, false]],
    ]);
  });
});

describe("a tie", () => {
  const tied = rankInput({
    rule: seats(1),
    submissions: three,
    sheets: [...sheets("s1", "90"), ...sheets("s2", "90"), ...sheets("s3", "80")],
  });

  it("across the cut line stops for a decision", () => {
    expect(short(tied)).toEqual([
      ["s1", 1, "90.00", "tied-at-cut", "undecided"],
      ["s2", 1, "90.00", "tied-at-cut", "undecided"],
      ["s3", 3, "80.00", "reserve", "none"],
    ]);
    expect(lean(tied).openTie).toEqual({ score: "90.00", submissions: ["s1", "s2"], seatsLeft: 1 });
  });

  it("away from the cut line shares a rank and stops nothing", () => {
    expect(short({ ...tied, rule: seats(2) }).map((row) => row.slice(1))).toEqual([
      [1, "90.00", "recommended", "undecided"],
      [1, "90.00", "recommended", "undecided"],
      [3, "80.00", "reserve", "none"],
    ]);
    expect(lean({ ...tied, rule: seats(2) }).openTie).toBeNull();
  });

  it("is settled by a decision on this very tie", () => {
    const decided = { ...tied, decisions: [tieOrder(["s2", "s1"], "90")] };
    expect(short(decided)).toEqual([
      ["s2", 1, "90.00", "recommended", "decided"],
      ["s1", 2, "90.00", "reserve", "decided"],
      ["s3", 3, "80.00", "reserve", "none"],
    ]);
    expect([lean(decided).openTie, lean(decided).rows[0]?.decision]).toEqual([null, "d1"]);
  });

  it("is open again when score, submissions or direction are no longer those of the decision", () => {
    const stale = [
      tieOrder(["s2", "s1"], "89.99"),
      tieOrder(["s2", "s1", "s3"], "90"),
      tieOrder(["s2", "s3"], "90"),
      tieOrder(["s2", "s2"], "90"),
      tieOrder(["s2", "s1"], "90", { direction: "global" }),
    ];
    expect(stale.map((decision) => lean({ ...tied, decisions: [decision] }).openTie?.seatsLeft)).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });

  it("follows the latest of several decisions", () => {
    const earlier = tieOrder(["s1", "s2"], "90", { id: "d0", at: "2021-12-01T09:00:00+08:00" });
    const later = tieOrder(["s2", "s1"], "90", { id: "d1", at: "2021-12-01T10:00:00+08:00" });
    for (const decisions of [
      [earlier, later],
      [later, earlier],
    ])
      expect(lean({ ...tied, decisions }).rows[0]?.submission).toBe("s2");
  });

  it("of all applicants with one equal score loses nobody and no score", () => {
    const equal = { ...tied, sheets: three.flatMap((entry) => sheets(entry.submission, "80", "80", "80")) };
    expect(short(equal).map((row) => row.slice(1, 4))).toEqual(Array(3).fill([1, "80.00", "tied-at-cut"]));
    expect(lean(equal).openTie?.submissions).toEqual(["s1", "s2", "s3"]);
  });
});

describe("the sheets that count", () => {
  it("leave out every recusal, also one declared after scoring, and the score is computed anew", () => {
    const scored = rankInput({ submissions: [submission(1)], sheets: sheets("s1", "90", "60", null) });
    expect(lean(scored).rows[0]).toMatchObject({ score: "75.00", recused: ["e3"], missing: [] });
    const later = { ...scored, recusals: [{ expert: "e2", submission: "s1" }] };
    expect(lean(later).rows[0]).toMatchObject({ score: "90.00", recused: ["e2", "e3"] });
    expect(lean(later).rows[0]?.sheets.map((entry) => entry.expertName)).toEqual(["专家1"]);
  });

  it("leave out a score of an expert who also declared a conflict", () => {
    const both = rankInput({
      submissions: [submission(1)],
      sheets: [...sheets("s1", "90"), sheet("s1", "e1", null)],
    });
    expect(lean(both).rows[0]).toMatchObject({ score: null, unranked: "no-sheets", recused: ["e1"] });
  });

  it("count a duplicated sheet once", () => {
    const twice = rankInput({
      submissions: [submission(1)],
      sheets: [...sheets("s1", "90", "60"), sheet("s1", "e1", "90"), sheet("s1", "e1", "90.0")],
    });
    expect(lean(twice).rows[0]).toMatchObject({ score: "75.00", sheets: [{ total: "90" }, { total: "60" }] });
  });

  it("never choose between two different sheets of one expert", () => {
    const conflicting = rankInput({
      submissions: [submission(1)],
      sheets: [...sheets("s1", "90"), sheet("s1", "e1", "91")],
    });
    expect(() => rank(conflicting)).toThrow("two different sheets of e1 for s1");
  });

  it("name the assigned experts whose sheet has not arrived", () => {
    const waiting = rankInput({
      submissions: [submission(1)],
      sheets: sheets("s1", "90"),
      assignments: ["e2", "e1", "e3"].map((expert) => ({ expert, submission: "s1" })),
      recusals: [{ expert: "e3", submission: "s1" }],
    });
    expect([lean(waiting).provisional, lean(waiting).rows[0]?.missing]).toEqual([true, ["e2"]]);
  });
});

describe("quotas", () => {
  const source = { place: "正文", quote: "测试" };
  const quotas = [
    { id: "changsha", cities: ["长沙市"], subject: null, perDirection: false, max: 4, source },
    { id: "others", cities: null, subject: null, perDirection: false, max: 2, source },
  ];

  it("are counts for every city, submitted and recommended", () => {
    const input = rankInput({
      quotas,
      cities: ["长沙市", "株洲市"],
      submissions: [submission(1), submission(2), submission(3, { city: "外省市", direction: null })],
      sheets: [...sheets("s1", "90"), ...sheets("s2", "80")],
    });
    expect(
      rank(input).quotas.map((state) => [
        state.quota,
        state.city,
        state.max,
        state.submitted,
        state.recommended,
      ]),
    ).toEqual([
      ["changsha", "长沙市", 4, 2, 1],
      ["others", "株洲市", 2, 0, 0],
      ["others", "外省市", 2, 1, 0],
    ]);
  });

  it("of one subject type per direction count that type in that direction only", () => {
    const input = rankInput({
      quotas: [{ id: "region", cities: null, subject: "region", perDirection: true, max: 1, source }],
      cities: ["南宁市"],
      directions: ["lean", "global"],
      submissions: [
        submission(1, { city: "南宁市" }),
        submission(2, { city: "南宁市", direction: "global" }),
        submission(3, { city: "南宁市", direction: "global", subject: "enterprise" }),
      ],
    });
    expect(
      rank(input).quotas.map((state) => [state.city, state.subject, state.direction, state.submitted]),
    ).toEqual([
      ["南宁市", "region", "lean", 1],
      ["南宁市", "region", "global", 1],
    ]);
  });
});
