"use client";
import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page's scripts run: false where the server draws it and for the first moment, then true. */
export const useScripts = (): boolean => useSyncExternalStore(never, () => true, () => false);
