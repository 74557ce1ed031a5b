import { memo } from "react";
import type { Block } from "../../../shared/submission/document.ts";
import type { Evidence } from "../../../shared/submission/evidence.ts";
import type { DocumentMark } from "./document-mark.ts";
import { MarkedText } from "./marked-text.tsx";
import { PictureBlock } from "./picture-block.tsx";
import { TableView } from "./table-view.tsx";

const textOf = (block: { text: string }, highlight: Evidence | null, marks: readonly DocumentMark[]) => (
  <MarkedText text={block.text} hit={highlight} marks={marks} />
);

/** Sentences that belong to marks of a block stand below it, where the contradiction is. */
function Remarks({ marks }: { marks: readonly DocumentMark[] }) {
  const said = [...new Set(marks.flatMap((mark) => mark.remark ?? []))];
  return said.map((remark) => (
    <p key={remark} className="doc-remark">
      <span aria-hidden="true">≠ </span>
      {remark}
    </p>
  ));
}

const headings = ["h2", "h3", "h4", "h5", "h6"] as const;

interface Props {
  readonly block: Block;
  readonly highlight: Evidence | null;
  readonly marks: readonly DocumentMark[];
}

/** One block of a document. `highlight` is set only for the block it points into, so the others stay as drawn. */
export const BlockView = memo(function BlockView(props: Props) {
  return (
    <>
      <BareBlock {...props} />
      <Remarks marks={props.marks} />
    </>
  );
});

function BareBlock({ block, highlight, marks }: Props) {
  switch (block.kind) {
    case "heading": {
      const Heading = headings[Math.min(block.level, headings.length) - 1] ?? "h6";
      return (
        <Heading data-block={block.id} className="doc-text">
          {textOf(block, highlight, marks)}
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p data-block={block.id} className="doc-text">
          {textOf(block, highlight, marks)}
        </p>
      );
    case "image":
      return <PictureBlock block={block} />;
    case "table":
      return <TableView table={block} highlight={highlight} marks={marks} />;
  }
}
