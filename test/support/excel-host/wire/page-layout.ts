import type { Area } from '../model/area';
import { isWholeColumns, isWholeRows } from '../model/area';
import { invalidArgument } from '../model/refusal';
import type { PrintSetup, Sheet } from '../model/sheet';
import { choice, filled, flag, number, record, text } from './arguments';
import { areaOf, block } from './block';
import { nullObject, wire, type Argument, type Method, type ObjectType, type Property } from './object-type';
import { blockArgument } from './range-moves';
import { rangeAreasType, rangeType } from './range';

const setting = <Key extends keyof PrintSetup>(
  key: Key,
  read: (value: Argument, what: string) => PrintSetup[Key],
): Property<Sheet> => ({
  since: '1.9',
  get: ({ print }) => print[key],
  set: ({ print }, value) => {
    print[key] = read(value, key);
  },
});

const margin = (side: keyof PrintSetup['margins']): Property<Sheet> => ({
  since: '1.9',
  get: ({ print }) => print.margins[side],
  set: ({ print }, value) => {
    print.margins[side] = number(value, `${side}Margin`);
  },
});

const ZOOM: Readonly<Record<string, unknown>> = {
  scale: undefined,
  horizontalFitToPages: undefined,
  verticalFitToPages: undefined,
};

function readZoom(value: Argument): Readonly<Record<string, unknown>> {
  const zoom = filled(value, ZOOM, 'zoom');
  const { scale } = zoom;
  if (scale !== undefined && scale !== null && (typeof scale !== 'number' || scale < 10 || scale > 400))
    throw invalidArgument('zoom.scale');
  return Object.fromEntries(Object.entries(zoom).filter(([, part]) => part !== undefined && part !== null));
}

const setTitles = (key: 'titleRows' | 'titleColumns', isWhole: (of: Area) => boolean): Method<Sheet> => ({
  since: '1.9',
  call: (sheet, [range], { book }) => {
    const of = areaOf(blockArgument(book, range, sheet, key));
    if (!isWhole(of)) throw invalidArgument(`${key} that are not whole`);
    sheet.print[key] = of;
  },
});

const getTitles = (key: 'titleRows' | 'titleColumns'): Method<Sheet> => ({
  since: '1.9',
  call: (sheet) => {
    const of = sheet.print[key];
    return of === undefined ? nullObject : wire(rangeType, block(sheet, of));
  },
});

const header = (key: string): Property<Sheet> => ({
  since: '1.9',
  get: ({ print }) => print.headers[key] ?? '',
  set: ({ print }, value) => {
    print.headers[key] = text(value, key);
  },
});

const headerType: ObjectType<Sheet> = {
  name: 'HeaderFooter',
  properties: {
    LeftHeader: header('leftHeader'),
    CenterHeader: header('centerHeader'),
    RightHeader: header('rightHeader'),
    LeftFooter: header('leftFooter'),
    CenterFooter: header('centerFooter'),
    RightFooter: header('rightFooter'),
  },
  navigations: {},
  methods: {},
};

const headersType: ObjectType<Sheet> = {
  name: 'HeaderFooterGroup',
  properties: {},
  navigations: { DefaultForAllPages: { since: '1.9', to: (sheet) => wire(headerType, sheet) } },
  methods: {},
};

export const pageLayoutType: ObjectType<Sheet> = {
  name: 'PageLayout',
  properties: {
    Orientation: setting('orientation', (value, what) => choice(value, ['Portrait', 'Landscape'], what)),
    PaperSize: setting('paperSize', text),
    Zoom: setting('zoom', readZoom),
    CenterHorizontally: setting('centerHorizontally', flag),
    CenterVertically: setting('centerVertically', flag),
    PrintGridlines: setting('printGridlines', flag),
    PrintHeadings: setting('printHeadings', flag),
    BlackAndWhite: setting('blackAndWhite', flag),
    DraftMode: setting('draftMode', flag),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
  },
  navigations: { HeadersFooters: { since: '1.9', to: (sheet) => wire(headersType, sheet) } },
  methods: {
    SetPrintTitleRows: setTitles('titleRows', isWholeRows),
    SetPrintTitleColumns: setTitles('titleColumns', isWholeColumns),
    GetPrintTitleRowsOrNullObject: getTitles('titleRows'),
    GetPrintTitleColumnsOrNullObject: getTitles('titleColumns'),
    SetPrintArea: {
      since: '1.9',
      call: (sheet, [range], { book }) => {
        sheet.print.area = [...blockArgument(book, range, sheet, 'printArea').areas];
      },
    },
    GetPrintAreaOrNullObject: {
      since: '1.9',
      call: (sheet) =>
        sheet.print.area === undefined ? nullObject : wire(rangeAreasType, block(sheet, ...sheet.print.area)),
    },
    SetPrintMargins: {
      since: '1.9',
      call: ({ print }, [unit, options]) => {
        const points = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 }[
          choice(unit, ['Points', 'Inches', 'Centimeters'], 'unit')
        ];
        for (const [side, size] of Object.entries(record(options, 'marginOptions')))
          print.margins[choice(side, ['left', 'right', 'top', 'bottom', 'header', 'footer'], 'margin')] =
            number(size, side) * points;
      },
    },
  },
};

export const pageLayoutTypes = [pageLayoutType, headersType, headerType];
