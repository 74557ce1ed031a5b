import { z } from "zod";

const Target = z.object({
  type: z.string(),
  title: z.string(),
  url: z.string(),
  webSocketDebuggerUrl: z.string(),
});
export type Target = z.infer<typeof Target>;

/** The pages of a browser with a debugging port; none while it is coming up. */
export async function listPages(port: string): Promise<Target[]> {
  try {
    const answer: unknown = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    return z
      .array(Target)
      .parse(answer)
      .filter(({ type }) => type === "page");
  } catch {
    return [];
  }
}

/** One command of the DevTools protocol; `null` when the connection ended instead of an answer. */
export function sendCommand(
  address: string,
  method: string,
  params: Record<string, unknown> = {},
): Promise<unknown> {
  const socket = new WebSocket(address);
  return new Promise((resolve) => {
    socket.onopen = () => socket.send(JSON.stringify({ id: 1, method, params }));
    socket.onmessage = ({ data }) => {
      const answer = z.object({ id: z.literal(1), result: z.unknown() }).safeParse(JSON.parse(String(data)));
      if (!answer.success) return;
      socket.close();
      resolve(answer.data.result);
    };
    socket.onclose = () => resolve(null);
  });
}
