import { compact } from "../../text/normalise-text.ts";
import { counties } from "./counties.ts";

const cityStem = (city: string): string => city.replace(/(?:土家族苗族|壮族)?(?:自治州|市|州)$/, "");
/** 资源, 兴业, 道 … are also plain words: a county counts only with 县/区/市, or its stem at the front of a name. */
const countyStem = (county: string): string =>
  county.replace(/(?:[\u4e00-\u9fff]{1,3}族|各族)?(?:自治县|县|区|市)$/, "");

function only(found: ReadonlySet<string>): string | null {
  const [first] = found;
  return found.size === 1 && first !== undefined ? first : null;
}

/**
 * The city of the scheme an official name points to, where certain: it names the city (中南大学 does not), or a district
 * or county that only one of the cities has (浏阳经济技术开发区 → 长沙市). `null` when nothing or several do.
 */
export function cityOfName(cities: readonly string[], name: string): string | null {
  const clean = compact(name).replace(/^.{2,6}?(?:省|自治区)/, "");
  const full = only(new Set(cities.filter((city) => clean.includes(city))));
  if (full !== null) return full;
  const stems = only(
    new Set(cities.filter((city) => cityStem(city).length >= 2 && clean.startsWith(cityStem(city)))),
  );
  if (stems !== null) return stems;
  const byCounty = new Set<string>();
  for (const city of cities) {
    for (const county of (counties[city] ?? "").split(" ")) {
      const stem = countyStem(county);
      if (county !== "" && (clean.includes(county) || (stem.length >= 2 && clean.startsWith(stem))))
        byCounty.add(city);
    }
  }
  return only(byCounty);
}
