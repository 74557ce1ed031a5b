/**
 * The digest of a version stands behind its dossier of some 40 kB: reading the digests of a thousand submissions went through
 * 40 MB. This index holds what a list of versions needs.
 */
export const versionHeads = `
CREATE INDEX submission_version_head ON submission_version (submission_id, version, digest);`;
