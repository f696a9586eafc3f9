import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (text: string) => void;
}

/** Searches as one types; the address keeps what was searched. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const search = useDebouncedCallback(onSearch, 200);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      onChange={(event) => search(event.currentTarget.value)}
      leftSection={<IconSearch size={15} aria-hidden />}
      w={{ base: '100%', xs: 280 }}
    />
  );
}
