/** The innermost field on the screen that holds a place of the draft: `points[3].text`, else `points[3]`. */
function fieldElement(root: ParentNode, place: string): HTMLElement | null {
  const fields = [...root.querySelectorAll<HTMLElement>("[data-field]")].filter((element) => {
    const at = element.dataset.field ?? "";
    return place === at || place.startsWith(`${at}.`) || place.startsWith(`${at}[`);
  });
  return fields.reduce<HTMLElement | null>(
    (best, element) =>
      best === null || (element.dataset.field ?? "").length > (best.dataset.field ?? "").length
        ? element
        : best,
    null,
  );
}

/** Opens what is folded around a field, brings it into view and puts the cursor there. */
export function showField(root: ParentNode, place: string): void {
  const element = fieldElement(root, place);
  if (element === null) return;
  for (
    let around = element.closest("details");
    around;
    around = around.parentElement?.closest("details") ?? null
  )
    around.open = true;
  element.scrollIntoView({ block: "center" });
  const control = element.matches("button")
    ? element
    : element.querySelector<HTMLElement>("input, textarea, select");
  control?.focus({ preventScroll: true });
}
