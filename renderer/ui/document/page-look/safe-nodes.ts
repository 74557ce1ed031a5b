import type { HElement, Options } from "docx-preview";
import DOMPurify from "dompurify";

/** What a drawn document may consist of: text, tables, pictures, shapes and formulas. Nothing that runs, loads or leads away. */
const allowedTags = new Set(
  `section article header footer p span div ol li table colgroup col tbody tr td th img br sup sub a b i u
  svg g rect ellipse line image foreignObject
  math mrow mfrac munder mover munderover msubsup mtable mtr mtd mn mo ms msup msub msqrt mroot`.split(/\s+/),
);
/** Everything else (addresses, names, handlers) stays out; pictures get their own from the package. */
const allowedProperties = new Set(["colSpan", "rowSpan", "lang"]);

/** Values that could load something, or take a piece out of its page. */
const unsafeStyle = /url\s*\(|image-set|expression|@import|\b(fixed|sticky)\b/i;

function applyStyle(element: HTMLElement | SVGElement | MathMLElement, style: HElement["style"]): void {
  if (typeof style === "string") {
    if (!unsafeStyle.test(style)) element.setAttribute("style", style);
    return;
  }
  for (const [name, value] of Object.entries(style ?? {})) {
    if (value === undefined || unsafeStyle.test(String(value))) continue;
    const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    element.style.setProperty(property, String(value));
  }
}

const isReference = (tagName: string, children: HElement["children"]): boolean =>
  tagName === "sup" && children?.length === 1 && typeof children[0] === "string";

/** Makes the nodes of a drawn document in a document of their own, where nothing is loaded, from what is allowed. */
export function safeBuilder(inert: Document): Options["h"] {
  const build = (spec: HElement | Node | string): Node => {
    if (typeof spec === "string") return inert.createTextNode(spec);
    if (spec instanceof Node) return spec;
    const { ns, tagName, className, style, children = [], ...properties } = spec;
    if (tagName === "#comment") return inert.createComment("");
    if (tagName === "style") return styleText(inert, children);
    // A hyphen that does not break: the drawing library leaves it out.
    if (tagName === "wbr") return inert.createTextNode("\u2011");
    const known = allowedTags.has(tagName);
    const element = ns
      ? (inert.createElementNS(ns, known ? tagName : "span") as HTMLElement)
      : inert.createElement(known && tagName !== "#fragment" ? tagName : "span");
    if (className) element.setAttribute("class", className);
    // Its words come with its block; a picture without one (of a header) says nothing.
    if (tagName === "img") element.setAttribute("alt", "");
    if (isReference(tagName, children)) element.setAttribute("class", "note-ref");
    applyStyle(element, style);
    for (const [name, value] of Object.entries(properties))
      if (allowedProperties.has(name) && value !== undefined) Object.assign(element, { [name]: value });
    for (const child of children) element.appendChild(build(child));
    return element;
  };
  return build;
}

/** Style texts travel as inert templates, until they are taken apart below. */
function styleText(inert: Document, children: NonNullable<HElement["children"]>): Node {
  const element = inert.createElement("template");
  element.dataset.style = children.filter((child) => typeof child === "string").join("\n");
  return element;
}

export const styleTextOf = (node: Node): string | null =>
  node instanceof HTMLTemplateElement ? (node.dataset.style ?? "") : null;

/** The rules of a document's styles, rebuilt from what the browser understood of them: plain rules only, nothing loaded. */
export function safeRules(text: string): string {
  const sheet = new CSSStyleSheet();
  try {
    sheet.replaceSync(text);
  } catch {
    return "";
  }
  return [...sheet.cssRules]
    .flatMap((rule) => {
      if (!(rule instanceof CSSStyleRule) || rule.selectorText.includes(":host")) return [];
      for (const name of [...rule.style])
        if (unsafeStyle.test(rule.style.getPropertyValue(name))) rule.style.removeProperty(name);
      return [`${rule.selectorText} { ${rule.style.cssText} }`];
    })
    .join("\n");
}

/** A second pair of eyes over what was built: whatever a sanitiser made for it would not let through is taken out. */
export function purify(element: HTMLElement): void {
  DOMPurify.sanitize(element, {
    IN_PLACE: true,
    USE_PROFILES: { html: true, svg: true, mathMl: true },
    ADD_TAGS: ["foreignobject"],
    HTML_INTEGRATION_POINTS: { foreignobject: true },
    FORBID_TAGS: [
      "style",
      "form",
      "input",
      "button",
      "select",
      "textarea",
      "iframe",
      "video",
      "audio",
      "use",
    ],
    // Plain values pass; of addresses only those of pictures out of the package.
    ALLOWED_URI_REGEXP: /^(?:blob:|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
    ALLOW_DATA_ATTR: false,
    SANITIZE_DOM: true,
  });
  // A sanitiser lets paint servers by address pass; none is needed.
  for (const shape of element.querySelectorAll("svg, svg *"))
    for (const { name, value } of [...shape.attributes])
      if (unsafeStyle.test(value)) shape.removeAttribute(name);
}
