import { z } from "zod";

/** A public identity as it is handed over: no secret in it. */
export const PublicIdentity = z.strictObject({
  type: z.literal("pingshen/identity"),
  format: z.literal(1),
  name: z.string().min(1),
  /** RFC 8037 public JWK coordinates, base64url of 32 bytes. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** RFC 7638 SHA-256 thumbprint of the JWK, base64url. */
  keyId: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type PublicIdentity = z.infer<typeof PublicIdentity>;

/** The secret half, wrapped: scrypt over the passphrase, AES-256-GCM over the 32-byte seed. */
export const SealedKey = z.strictObject({
  type: z.literal("pingshen/sealed-key"),
  format: z.literal(1),
  identity: PublicIdentity,
  kdf: z.strictObject({
    name: z.literal("scrypt"),
    N: z.number().int(),
    r: z.number().int(),
    p: z.number().int(),
    salt: z.string(),
  }),
  cipher: z.strictObject({
    name: z.literal("aes-256-gcm"),
    iv: z.string(),
    tag: z.string(),
    data: z.string(),
  }),
});
export type SealedKey = z.infer<typeof SealedKey>;
