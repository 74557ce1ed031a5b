import { join } from "node:path";
import { type Result, succeed } from "../../../shared/contract/result.ts";
import type { Composed } from "../../compose.ts";
import { checkAll, confirmAll, receive } from "./clerk-stages.ts";
import { exportLists, mergeAll, rankAndDecide } from "./closing-stages.ts";
import { openLaptop } from "./panel.ts";
import { handOutPacks, judge, openRound, seatPanel } from "./panel-stages.ts";
import { DemoStopped, type Stage, type Tell } from "./stage.ts";

/** Runs every stage; the first failure ends the demo with its code. */
export async function runDemo(out: string): Promise<Result<Stage[]>> {
  const stages: Stage[] = [];
  const laptops: Composed[] = [];
  const tell: Tell = (id, title, lines, files = []) => stages.push({ id, title, lines, files });
  try {
    const clerk = await openLaptop(join(out, "clerk"), join(out, "lists"));
    laptops.push(clerk);
    const round = await receive(clerk, tell);
    await confirmAll(clerk, round, tell);
    await checkAll(clerk, round, tell);
    const seats = await seatPanel(clerk, round, out, laptops, tell);
    await openRound(clerk, round, seats, tell);
    const packs = await handOutPacks(clerk, round, seats, out, tell);
    const results = await judge(seats, round, packs, out, tell);
    await mergeAll(clerk, round, results, tell);
    await rankAndDecide(clerk, round, out, tell);
    await exportLists(clerk, round, results, out, tell);
    return succeed(stages);
  } catch (error) {
    if (error instanceof DemoStopped) return error.failure;
    throw error;
  } finally {
    await Promise.all(laptops.map((laptop) => laptop.close()));
  }
}
