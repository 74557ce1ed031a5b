export const schemeAddress = (scheme: string): string => `/library/schemes/${encodeURIComponent(scheme)}`;

export const editorAddress = (scheme: string): string => `${schemeAddress(scheme)}/edit`;
