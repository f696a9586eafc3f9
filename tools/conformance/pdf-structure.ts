type Value = string | number | boolean | null | readonly Value[] | Dictionary;
interface Dictionary {
  readonly [key: string]: Value;
}
/** What qpdf says of an object: a plain value, or the dictionary of a stream. */
interface Described {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary };
}

/** What keeps a document from being PDF/A-3 with a Factur-X inside, by its parts as `qpdf --json=2` lists them. */
export function structureFaults(json: string, isSealed: boolean): string[] {
  const [, objects] = (JSON.parse(json) as { qpdf: [unknown, Readonly<Record<string, Described>>] }).qpdf;
  const at = (value: Value | undefined): Dictionary => {
    const found = typeof value === 'string' && value.endsWith(' R') ? objects[`obj:${value}`] : undefined;
    const dictionary = found === undefined ? value : (found.stream?.dict ?? found.value);
    return typeof dictionary === 'object' && dictionary !== null && !Array.isArray(dictionary) ? (dictionary as Dictionary) : {};
  };
  const first = (value: Value | undefined) => at(Array.isArray(value) ? (value as readonly Value[])[0] : undefined);
  const trailer = at(objects['trailer']?.value);
  const catalog = at(trailer['/Root']);
  const intent = first(catalog['/OutputIntents']);
  const specification = first(catalog['/AF']);
  const embedded = at(at(specification['/EF'])['/F']);
  const all = Object.values(objects).map(({ value, stream }) => at(stream?.dict ?? value));
  const wanted: readonly (readonly [string, boolean])[] = [
    ['no /ID', Array.isArray(trailer['/ID'])],
    ['encrypted', trailer['/Encrypt'] === undefined],
    ['no output intent of PDF/A', intent['/S'] === '/GTS_PDFA1'],
    ['no colour profile', at(intent['/DestOutputProfile'])['/N'] === 3],
    ['the file is not another form of the document', specification['/AFRelationship'] === '/Alternative'],
    ['the file has another name', specification['/UF'] === 'u:factur-x.xml' && specification['/F'] === 'u:factur-x.xml'],
    ['the file has no type', embedded['/Subtype'] === '/text/xml'],
    ['the file has no date', typeof at(embedded['/Params'])['/ModDate'] === 'string'],
    ['the file is not in the list of files', Object.keys(at(at(catalog['/Names'])['/EmbeddedFiles'])).length > 0],
    ['the description is packed', catalog['/Metadata'] !== undefined && at(catalog['/Metadata'])['/Filter'] === undefined],
    ['it is not tagged', at(catalog['/MarkInfo'])['/Marked'] === true && catalog['/StructTreeRoot'] !== undefined],
    ['it does things when opened', catalog['/OpenAction'] === undefined && catalog['/AA'] === undefined],
    ['it has scripts', !all.some((one) => one['/S'] === '/JavaScript' || one['/JS'] !== undefined)],
    ['it is transparent', !all.some((one) => one['/SMask'] !== undefined)],
    // A field that is seen by nobody is printed by nobody: PDF/A wants it said that it would be.
    ['a field is not for print', all.every((one) => one['/Subtype'] !== '/Widget' || (Number(one['/F']) & 4) === 4)],
    ['it is not sealed', !isSealed || all.some((one) => one['/SubFilter'] === '/ETSI.CAdES.detached')],
  ];
  return wanted.flatMap(([fault, holds]) => (holds ? [] : [fault]));
}
