/** A child element as the published schema (MS-OWEMXML) orders it: `?` may be missing, `*` and `+` may repeat. */
export type Children = readonly string[];

/** The elements of an add-in only manifest that we use, and what may stand in them, in this order. */
export const children: Readonly<Record<string, Children>> = {
  OfficeApp: [
    ...['Id', 'AlternateId?', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl?'],
    ...['HighResolutionIconUrl?', 'SupportUrl?', 'AppDomains?', 'Hosts?', 'Requirements?', 'DefaultSettings'],
    ...['Permissions?', 'Dictionary?', 'VersionOverrides*'],
  ],
  'OfficeApp/Hosts': ['Host+'],
  'OfficeApp/Requirements': ['Sets?', 'Methods?'],
  'OfficeApp/Requirements/Sets': ['Set+'],
  'OfficeApp/DefaultSettings': ['SourceLocation', 'RequestedWidth?', 'RequestedHeight?'],
  VersionOverrides: ['Description?', 'Requirements?', 'Hosts', 'Resources'],
  'VersionOverrides/Requirements': ['bt:Sets?', 'bt:Methods?'],
  'VersionOverrides/Requirements/bt:Sets': ['bt:Set+'],
  'VersionOverrides/Hosts': ['Host+'],
  'VersionOverrides/Hosts/Host': ['Runtimes?', 'AllFormFactors?', 'DesktopFormFactor?'],
  Runtimes: ['Runtime+'],
  DesktopFormFactor: ['GetStarted?', 'FunctionFile?', 'ExtensionPoint+'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  ExtensionPoint: ['OfficeTab*', 'CustomTab*'],
  CustomTab: ['Group+', 'Label'],
  Group: ['Label', 'Icon', 'Control+'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Icon: ['bt:Image+'],
  'Action ShowTaskpane': ['TaskpaneId?', 'SourceLocation', 'Title?'],
  'Action ExecuteFunction': ['FunctionName'],
  Resources: ['bt:Images?', 'bt:Urls?', 'bt:ShortStrings?', 'bt:LongStrings?'],
  'bt:Images': ['bt:Image+'],
  'bt:Urls': ['bt:Url+'],
  'bt:ShortStrings': ['bt:String+'],
  'bt:LongStrings': ['bt:String+'],
};

const OCCURS = { '?': '?', '*': '*', '+': '+', '': '' } as const;

/** The order as a pattern over `name,name,`. */
export function orderOf(rule: Children): RegExp {
  return new RegExp(
    `^${rule
      .map((item) => {
        const [, name = '', occurs = ''] = /^(.*?)([?*+]?)$/.exec(item) ?? [];
        return `(?:${name},)${OCCURS[occurs as keyof typeof OCCURS]}`;
      })
      .join('')}$`,
  );
}
