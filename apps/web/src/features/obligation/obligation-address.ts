// What an address means is known by `obligation-search.ts`, with the screens: this file is loaded with the shells.
export const obligationAddress = (search: { open?: unknown; state?: unknown; owner?: unknown; due?: unknown }) => search;
