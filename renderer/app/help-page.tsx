import { Button } from "antd";
import { type RefObject, useEffect, useRef } from "react";
import Markdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { useCall } from "../api/use-call.ts";
import { Answer } from "../ui/loading.tsx";
import { HelpPicture } from "./help-picture.tsx";

/** A page of the help, opened at one of its sections or at the top. */
export function HelpPage({
  id,
  section,
  onOpen,
}: {
  id: string;
  section: string | null;
  onOpen: (id: string) => void;
}) {
  const page = useCall("help/read", { id });
  return (
    <Answer query={page}>
      {({ markdown }) => <Prose key={id} markdown={markdown} section={section} onOpen={onOpen} />}
    </Answer>
  );
}

function Prose({
  markdown,
  section,
  onOpen,
}: {
  markdown: string;
  section: string | null;
  onOpen: (id: string) => void;
}) {
  const prose = useRef<HTMLDivElement>(null);
  useSectionInView(prose, section);
  const components: Components = {
    a: ({ href, children }) => helpLink(href, children, onOpen),
    img: ({ src, alt }) => <HelpPicture src={typeof src === "string" ? src : ""} name={alt ?? ""} />,
    // Below the heading of the drawer, so that a screen reader hears one outline.
    h1: ({ children }) => <h3 className="help-title">{children}</h3>,
    h2: ({ children }) => <h4>{children}</h4>,
    h3: ({ children }) => <h5>{children}</h5>,
  };
  return (
    <div className="prose" ref={prose}>
      <Markdown remarkPlugins={[remarkGfm]} components={components}>
        {markdown}
      </Markdown>
    </div>
  );
}

function useSectionInView(prose: RefObject<HTMLDivElement | null>, section: string | null): void {
  useEffect(() => {
    const headings = [...(prose.current?.querySelectorAll("h4") ?? [])];
    headings.find((heading) => heading.textContent === section)?.scrollIntoView({ block: "start" });
  }, [prose, section]);
}

/** A help page links only to other help pages; nothing here leads out of the program. */
function helpLink(href: string | undefined, children: React.ReactNode, onOpen: (id: string) => void) {
  const id = /^(?:\.\/)?([\w-]+)(?:\.md)?$/.exec(href ?? "")?.[1];
  if (!id) return <span>{children}</span>;
  return (
    <Button type="link" className="inline-link" onClick={() => onOpen(id)}>
      {children}
    </Button>
  );
}
