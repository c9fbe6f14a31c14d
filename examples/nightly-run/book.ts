import { parseProfile, type Profile, type ProfileInput } from "auto-topup";

/** The book of profiles by id, each parsed once for the whole night. */
export function bookOf(profiles: readonly ProfileInput[]): ReadonlyMap<string, Profile> {
  const book = new Map<string, Profile>();
  for (const input of profiles) {
    const profile = parseProfile(input);
    if (book.has(profile.id)) throw new Error(`the book has the profile ${profile.id} twice`);
    book.set(profile.id, profile);
  }
  return book;
}
