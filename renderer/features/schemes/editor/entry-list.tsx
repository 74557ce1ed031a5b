import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { moveUp, removeAt, replaceAt } from "./draft-scheme.ts";
import { EntryLine } from "./entry-line.tsx";
import { ItemFrame } from "./item-frame.tsx";
import { PasteForm } from "./paste-form.tsx";

interface Entry {
  readonly id: string;
}

interface Words {
  readonly none: string;
  readonly add: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly pasteText: string;
  readonly pasteTake: string;
  readonly pasteNone: string;
  /** Above the sentences of `unread`. */
  readonly pasteLeft?: (count: number) => string;
}

interface Props<Item extends Entry> {
  readonly items: readonly Item[];
  /** Place of the list in the data: `tasks`. */
  readonly at: string;
  readonly wanted: string | null;
  readonly words: Words;
  readonly groupOf: (item: Item) => string;
  readonly nameOf: (item: Item) => string;
  readonly kindOf: (item: Item) => string;
  /** The number in front; left out: its place in the list. */
  readonly numberOf?: (item: Item) => number;
  readonly fields: (item: Item, at: string, put: (item: Item) => void) => ReactNode;
  readonly fresh: (items: readonly Item[]) => Item;
  readonly fromText: (text: string, place: string) => readonly Item[];
  /** Sentences of a pasted text that may be entries and were not read. */
  readonly unread?: (text: string) => readonly string[];
  readonly onChange: (items: Item[]) => void;
}

function LeftOut({ words, left }: { words: Words; left: readonly string[] }) {
  if (left.length === 0 || words.pasteLeft === undefined) return null;
  return (
    <div role="status" className="stack">
      <p>{words.pasteLeft(left.length)}</p>
      <ul>
        {left.map((sentence) => (
          <li key={sentence}>
            <q>{sentence}</q>
          </li>
        ))}
      </ul>
    </div>
  );
}

function PasteButton<Item extends Entry>({ items, words, fromText, unread, onChange }: Props<Item>) {
  const [pasting, setPasting] = useState(false);
  const [left, setLeft] = useState<readonly string[]>([]);
  if (!pasting)
    return (
      <>
        <Button onClick={() => setPasting(true)}>{words.paste}</Button>
        <LeftOut words={words} left={left} />
      </>
    );
  return (
    <PasteForm
      title={words.paste}
      hint={words.pasteHint}
      textLabel={words.pasteText}
      takeLabel={words.pasteTake}
      nothing={words.pasteNone}
      onTake={(text, place) => {
        const read = fromText(text, place);
        if (read.length === 0) return false;
        onChange([...items, ...read]);
        setLeft([...new Set(unread?.(text) ?? [])]);
        setPasting(false);
        return true;
      }}
      onCancel={() => setPasting(false)}
    />
  );
}

/** A long list of the scheme: a line each under its group, one of them opened; added one by one or pasted as the text stands. */
export function EntryList<Item extends Entry>(props: Props<Item>) {
  const { items, at, wanted, words, groupOf, nameOf, kindOf, numberOf, fields, fresh, onChange } = props;
  const [open, setOpen] = useState<string | null>(null);
  const [seen, setSeen] = useState<string | null>(null);
  if (wanted !== seen) {
    setSeen(wanted);
    // `tasks[3].title` → the fourth.
    const index = wanted?.startsWith(`${at}[`) ? Number.parseInt(wanted.slice(at.length + 1), 10) : -1;
    const asked = items[index];
    if (asked) setOpen(asked.id);
  }
  const add = (): void => {
    const item = fresh(items);
    onChange([...items, item]);
    setOpen(item.id);
  };
  return (
    <div className="stack">
      {items.length === 0 && <p className="muted">{words.none}</p>}
      {items.map((item, index) => {
        const before = items[index - 1];
        const group = groupOf(item);
        const place = `${at}[${index}]`;
        return (
          <div key={item.id}>
            {group !== "" && (before === undefined || group !== groupOf(before)) && (
              <h3 className="point-group">{group}</h3>
            )}
            <EntryLine
              text={nameOf(item)}
              kind={kindOf(item)}
              number={numberOf?.(item) ?? index + 1}
              at={place}
              open={open === item.id}
              onOpen={() => setOpen(open === item.id ? null : item.id)}
            />
            {open === item.id && (
              <ItemFrame
                name={nameOf(item)}
                onUp={index > 0 ? () => onChange(moveUp(items, index)) : undefined}
                onRemove={() => onChange(removeAt(items, index))}
              >
                {fields(item, place, (next) => onChange(replaceAt(items, index, next)))}
              </ItemFrame>
            )}
          </div>
        );
      })}
      <div className="row">
        <Button className="add-button" onClick={add}>
          {words.add}
        </Button>
        <PasteButton {...props} />
      </div>
    </div>
  );
}
