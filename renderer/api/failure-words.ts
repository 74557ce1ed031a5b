export { failureSentence } from "../../shared/text/failure-sentence.ts";
