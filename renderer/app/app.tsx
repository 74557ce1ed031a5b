import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App as AntdApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { RouterProvider } from "react-router/dom";
import { LocaleProvider } from "../ui/use-words.tsx";
import { createAppRouter } from "./router.tsx";
import { antdTheme, useDark, useStill } from "./theme.ts";
import { usePreferences } from "./use-preferences.ts";

const createClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Nothing changes behind this window's back, and a refusal does not go away by asking again.
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });

function Dressed({ children }: { children: ReactNode }) {
  const { preferences } = usePreferences();
  const dark = useDark(preferences.theme);
  const still = useStill();
  const { scale } = preferences;
  const config = useMemo(() => antdTheme({ dark, still, scale }), [dark, still, scale]);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = dark ? "dark" : "light";
    root.style.fontSize = `${(16 * preferences.scale) / 100}px`;
    root.lang = preferences.locale === "zh" ? "zh-CN" : "en";
  }, [dark, preferences.scale, preferences.locale]);
  return (
    <ConfigProvider
      locale={preferences.locale === "zh" ? zhCN : enUS}
      theme={config}
      button={{ autoInsertSpace: false }}
    >
      <LocaleProvider locale={preferences.locale}>
        <AntdApp component={false}>{children}</AntdApp>
      </LocaleProvider>
    </ConfigProvider>
  );
}

export function App() {
  const [client] = useState(createClient);
  const [router] = useState(createAppRouter);
  return (
    <QueryClientProvider client={client}>
      <Dressed>
        <RouterProvider router={router} />
      </Dressed>
    </QueryClientProvider>
  );
}
