import { makeGeneratedRound } from "./support/generated-round.ts";
import { threeExpertsJudge } from "./support/three-experts-judge.ts";

threeExpertsJudge("thirty applicants with forty pages each", makeGeneratedRound);
