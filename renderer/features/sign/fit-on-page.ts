/** A4 with the margins of sign.css: 297 mm less twice 20 mm, and a hair for rounding between screen and printer. */
const PAGE_MM = 297 - 2 * 20 - 3;
const PX_PER_MM = 96 / 25.4;

/** From the size of a printed form down to the smallest that is read without a magnifier. */
const printSizes = [12, 11, 10, 9] as const;

const height = (article: HTMLElement): number => article.getBoundingClientRect().height / PX_PER_MM;

/** Sets the largest size at which the article is one page high; says whether there is one. */
export function fitOnPage(article: HTMLElement): boolean {
  for (const size of printSizes) {
    article.style.fontSize = `${size}pt`;
    if (height(article) <= PAGE_MM) return true;
  }
  return false;
}
