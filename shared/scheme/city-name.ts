import { compact } from "../text/normalise-text.ts";

const kind = /(?:土家族苗族|壮族|苗族侗族|布依族苗族|藏族|彝族|白族|傣族)?(?:自治州|地区|盟|州|市)$/;

const stemOf = (name: string): string => {
  const stem = name.replace(kind, "");
  return stem.length >= 2 ? stem : name;
};

/**
 * The scheme's own name of a city: `长沙`, `湖南省长沙市` → `长沙市`, `长沙市岳麓区` → `长沙市`, `湘西州` → `湘西土家族苗族自治州`; `null` when it is none
 * of them.
 */
export function findCity(cities: readonly string[], written: string): string | null {
  const name = compact(written).replace(/^.{1,8}(?:省|自治区)/, "");
  if (cities.includes(name)) return name;
  const stem = stemOf(name);
  const found = cities.filter((city) => stemOf(city) === stem);
  const named = found.length > 0 ? found : cities.filter((city) => name.startsWith(city));
  return named.length === 1 ? (named[0] ?? null) : null;
}
