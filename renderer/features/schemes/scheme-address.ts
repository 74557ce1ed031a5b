export const schemeAddress = (scheme: string): string => `/library/schemes/${encodeURIComponent(scheme)}`;

export const editorAddress = (scheme: string): string => `${schemeAddress(scheme)}/edit`;

export const boardAddress = (scheme: string): string => `/library/plan?scheme=${encodeURIComponent(scheme)}`;
