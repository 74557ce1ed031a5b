import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failure } from "./failure.tsx";
import { useWords } from "./use-words.tsx";

export function Loading() {
  const { t } = useWords();
  return (
    <p className="loading" role="status">
      {t("ui.loading")}
    </p>
  );
}

/** Shows the answer of a query, or that it is on its way, or why there is none. */
export function Answer<Value>({
  query,
  children,
}: {
  query: UseQueryResult<Value, Error>;
  children: (value: Value) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) {
    return (
      <div className="answer-failure">
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  return <Loading />;
}
