import { describe, expect, it } from "vitest";
import { checkPassphrase, normalisePassphrase } from "../../../shared/seal/passphrase.ts";

const codeOf = (text: string, owner = "王五") => {
  const result = checkPassphrase(text, owner);
  return result.ok ? "ok" : result.code;
};

describe("a passphrase", () => {
  it("may be a Chinese phrase, a few words or a long random string", () => {
    expect(
      ["山高月小水落石出", "correct horse battery", "t7#Qp2!xLm", "春江潮水a9"].map((text) => codeOf(text)),
    ).toEqual(Array(4).fill("ok"));
  });

  it("is refused when short, endless, predictable or little more than the name", () => {
    expect([codeOf(""), codeOf("短口令"), codeOf("abc123"), codeOf("x".repeat(129))]).toEqual([
      "too-short",
      "too-short",
      "too-short",
      "too-long",
    ]);
    expect(
      [
        "1234567890",
        "aaaaaaaaaaaa",
        "abcdefghijkl",
        "Password123456",
        "qwertyqwerty",
        "１２３４５６７８９０",
        "哈哈哈哈哈哈",
      ].map((text) => codeOf(text)),
    ).toEqual(Array(7).fill("too-simple"));
    expect(codeOf("欧阳修文2021", "欧阳修文")).toBe("has-name");
  });

  it("is the same whatever input method typed it", () => {
    expect(normalisePassphrase(" Ｔ７＃Qp２ ")).toBe("T7#Qp2");
    expect(normalisePassphrase("e\u0301")).toBe("é");
  });
});
