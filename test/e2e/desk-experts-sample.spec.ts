import { handOutSample } from "./support/handed-round.ts";
import { makeSampleRound } from "./support/sample-round.ts";
import { threeExpertsJudge } from "./support/three-experts-judge.ts";

threeExpertsJudge("sample round", async () => handOutSample((await makeSampleRound()).preparing));
