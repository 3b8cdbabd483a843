/**
 * What a column of a register can tell. `value` is the whole document's, with tax; debit and credit are its two sides; `tax`
 * is all tax together, for registers that do not tell its heads.
 */
export type Field =
  | 'gstin'
  | 'name'
  | 'number'
  | 'date'
  | 'kind'
  | 'supplyType'
  | 'value'
  | 'taxable'
  | 'igst'
  | 'cgst'
  | 'sgst'
  | 'cess'
  | 'tax'
  | 'debit'
  | 'credit'
  | 'side'
  | AvailedField
  | 'rate'
  | 'reverseCharge'
  | 'placeOfSupply'
  | 'originalNumber'
  | 'originalDate'
  | 'receiptNumber'
  | 'receiptDate'
  | 'paymentDate'
  | 'paymentReference'
  | 'voucherNumber'
  | 'voucherDate'
  | 'serial';

/** The credit that was availed on a document: it is kept beside the document, which is not compared by it. */
export const availedFields = ['availedIgst', 'availedCgst', 'availedSgst', 'availedCess'] as const;
export type AvailedField = (typeof availedFields)[number];

/** The heads that a document is compared by, and the two sides of its value. */
const comparedFields = ['value', 'taxable', 'igst', 'cgst', 'sgst', 'cess', 'tax', 'debit', 'credit'] as const;
export const amountFields = [...comparedFields, ...availedFields] as const;
export type AmountField = (typeof amountFields)[number];

export const taxHeads = ['igst', 'cgst', 'sgst', 'cess'] as const satisfies readonly AmountField[];

export const dateFields: readonly Field[] = ['date', 'originalDate', 'receiptDate', 'paymentDate', 'voucherDate'];

export function isAmountField(field: Field): field is AmountField {
  return (amountFields as readonly Field[]).includes(field);
}

/** A sheet without any of these tells nothing to compare. */
export function isComparedField(field: Field): boolean {
  return (comparedFields as readonly Field[]).includes(field);
}

export interface FieldNames {
  readonly field: Field;
  /** Headings in small letters and digits alone, the best first. A `?` behind one says that it may mean something else. */
  readonly names: string;
  /** What else a heading may hold to be taken for a guess. */
  readonly like?: RegExp;
}

/**
 * Headings that people have, field by field in the order in which the fields choose their column [rule book 5.4, Tally,
 * SAP, the GSTN templates; those of Zoho Books, Busy and Marg from what their users show].
 */
// prettier-ignore
export const fieldNames: readonly FieldNames[] = [
  { field: 'gstin', names: `
    gstinofsupplier gstinofsuppliereco suppliergstin suppliergstinuin vendorgstin partygstin partygstinuin
    gstinuin gstinuinofsupplier gstinofparty gstinofvendor gstinno gstinnumber gstin suppliergst suppliergstno vendorgstno
    vendorgstnumber partygstno gstidentificationnumbergstin gstidentificationnumber gstregistrationno gstregistrationnumber
    gstregno gstno gstnumber taxnumber3 stcd3`,
    like: /gstin|gst(reg\w*)?(no|number)$/ },
  { field: 'name', names: `
    suppliername nameofsupplier nameofthesupplier vendorname nameofvendor partyname nameofparty tradelegalname
    tradelegalnameofthesupplier tradename legalname suppliertradename supplierlegalname party supplier vendor partyledger
    ledgername accountname nameoftheparty dealer dealername creditor particulars account name?`,
    like: /(supplier|vendor|party|creditor)s?name|nameof(the)?(supplier|vendor|party|dealer)/ },
  { field: 'number', names: `
    supplierinvoiceno supplierinvoicenumber supplierinvno supplierbillno supplierbillnumber supplierdocumentno
    vendorinvoiceno vendorinvoicenumber vendorbillno partyinvoiceno partybillno partybillnumber invoiceno invoicenumber
    invoicenum invno invnumber taxinvoiceno billno billnumber billinvoiceno invoicebillno purchaseinvoiceno
    noterefundvouchernumber notenumber noteno creditnoteno creditnotenumber debitnoteno debitnotenumber
    xblnr reference? referenceno? referencenumber? refno? documentnumber documentno docnumber docno
    voucherno? vouchernumber? vchno? vchbillno? transactionno? number? no?`,
    like: /(invoice|inv|bill|document|note)(no|num|number)$/ },
  { field: 'date', names: `
    supplierinvoicedate supplierinvoicedt supplierinvdate supplierbilldate vendorinvoicedate vendorbilldate partyinvoicedate
    partybilldate invoicedate invoicedt invdate invdt dateofinvoice taxinvoicedate billdate billdt dateofbill
    noterefundvoucherdate notedate creditnotedate debitnotedate documentdate documentdt docdate docdt bldat referencedate
    refdate dated date voucherdate? vchdate? postingdate? entrydate? dt?`,
    like: /(invoice|inv|bill|document|note)(date|dt)$/ },
  { field: 'kind', names: `
    documenttype documenttypecd typeofdocument doctype notetype notetypecd vouchertype vchtype transactiontype entrytype invoicetype? type?`,
    like: /(document|voucher|note)type$/ },
  { field: 'supplyType', names: `
    typeofinwardsupplies typeofinwardsupply supplytype typeofsupply natureofsupply gsttreatment purchasetype invoicetype
    registrationtype gsttype natureoftransaction category?` },
  { field: 'value', names: `
    invoicevalue invoiceamount invoiceamt invoicetotal totalinvoicevalue totalinvoiceamount totalinvamount totalinvvalue
    documentvalue documentamount documenttotal noterefundvouchervalue notevalue billvalue billamount billamt billtotal
    totalbillamount totalbillvalue grosstotal grosstotalvalue grandtotal grossamount grossvalue totalamount totalamt
    totalvalue totalinclgst amountwithtax amountincltax total netpayable? netamount? netamt? bcytotal? amount? amt?`,
    like: /(invoice|document|bill|note|voucher)(total|value|amount|amt)$|^total(invoice|bill|document)/ },
  { field: 'taxable', names: `
    taxablevalue taxableamount taxableamt taxablevalueamount totaltaxablevalue totaltaxableamount taxable assessablevalue
    assessableamount assessableamt assvalue basicamount basicvalue basicamt basic baseamount basevalue valueofsupply itemtotal subtotal
    amountbeforetax amountexcltax valuebeforetax netamount? netvalue? netamt? purchasevalue? purchaseamount? purchase?
    purchases? value? amount? amt?`,
    like: /taxable(value|amount|amt|val)|assessable|^purchases?(account|ac|local|interstate|gst|igst|central|oms)*$/ },
  { field: 'igst', names: `
    igst igstamount igstamt igstvalue igsttax igsttaxamount igstpaid totaligst inputigst igstinput integratedtax
    integratedtaxamount integratedtaxamt integratedtaxpaid integratedgst`,
    like: /igst|integratedtax/ },
  { field: 'cgst', names: `
    cgst cgstamount cgstamt cgstvalue cgsttax cgsttaxamount cgstpaid totalcgst inputcgst cgstinput centraltax
    centraltaxamount centraltaxamt centraltaxpaid centralgst`,
    like: /cgst|centraltax/ },
  { field: 'sgst', names: `
    sgst sgstutgst sgstutgstamount sgstutgstamt sgstamount sgstamt sgstvalue sgsttax sgsttaxamount sgstpaid totalsgst
    inputsgst sgstinput inputsgstutgst stateuttax stateuttaxamount stateuttaxpaid statetax statetaxamount stategst utgst
    utgstamount uttax`,
    like: /sgst|utgst|state(ut)?tax/ },
  { field: 'cess', names: `
    cess cessamount cessamt cessvalue cesspaid totalcess inputcess compcess compensationcess gstcess gstcompensationcess`,
    like: /cess/ },
  { field: 'tax', names: `
    totaltax totaltaxamount totaltaxamt totaltaxvalue taxamount taxamt taxvalue totalgst totalgstamount totalgstamt gstamount
    gstamt gsttotal taxtotal gstvalue gsttaxamount totalgsttax inputgst inputtax gst? tax?`,
    like: /^total(gst|tax)|(gst|tax)(amount|amt|total)$/ },
  { field: 'debit', names: 'debit debitamount debitamt dramount dramt debitrs dr?' },
  { field: 'credit', names: 'credit creditamount creditamt cramount cramt creditrs cr?' },
  { field: 'side', names: 'drcr debitcredit dc? drcrindicator debitcreditindicator' },
  { field: 'availedIgst', names: `
    availeditcintegratedtax availeditcigst itcavailedigst itcavailedintegratedtax itcintegratedtax itcintegratedtaxamount
    itcigst igstavailed igstitc igstitcavailed availedigst amountofitcavailableintegratedtax` },
  { field: 'availedCgst', names: `
    availeditccentraltax availeditccgst itcavailedcgst itcavailedcentraltax itccentraltax itccentraltaxamount itccgst
    cgstavailed cgstitc cgstitcavailed availedcgst amountofitcavailablecentraltax` },
  { field: 'availedSgst', names: `
    availeditcstateuttax availeditcsgst itcavailedsgst itcavailedstateuttax itcstateuttax itcstateuttaxamount itcsgst
    sgstavailed sgstitc sgstitcavailed availedsgst amountofitcavailablestateuttax` },
  { field: 'availedCess', names: `
    availeditccess itcavailedcess itccess itccessamount cessavailed cessitc cessitcavailed availedcess
    amountofitcavailablecess` },
  { field: 'rate', names: `
    rate gstrate taxrate rateoftax ratepercent gstratepercent gstpercent taxpercent igstrate percent taxpercentage igstpercent cgstrate
    cgstpercent`,
    like: /(rate|percent)$/ },
  { field: 'reverseCharge', names: `
    reversecharge reversechargeapplicable reversechargeyn reversechargeynn rcm rcmapplicable rcmapplicableyn rcmyn isrcm
    isreversecharge supplyattractreversecharge supplyattractsreversecharge whetherreversecharge liabletoreversecharge`,
    like: /reversecharge|rcm/ },
  { field: 'placeOfSupply', names: 'placeofsupply pos placeofsupplystate stateofsupply supplystate destinationofsupply',
    like: /placeofsupply/ },
  { field: 'originalNumber', names: `
    originalinvoicenumber originalinvoiceno originaldocumentnumber originaldocumentno originalnotenumber originalnoteno
    originalno againstinvoiceno againstinvoicenumber againstbillno invoiceadvancepaymentvouchernumber`,
    like: /^(original|against).*(no|number)$/ },
  { field: 'originalDate', names: `
    originalinvoicedate originaldocumentdate originalnotedate originaldate againstinvoicedate againstbilldate
    invoiceadvancepaymentvoucherdate`,
    like: /^(original|against).*(date|dt)$/ },
  { field: 'receiptNumber', names: `
    grnno grnnumber grn grnmrnno goodsreceiptno goodsreceiptnumber goodsreceiptnote goodsreceiptnoteno mrnno mrnnumber
    receiptnoteno receiptno? mbelnr`,
    like: /^(grn|mrn|goodsreceipt).*(no|number)$/ },
  { field: 'receiptDate', names: 'grndate grndt goodsreceiptdate mrndate receiptnotedate goodsreceiveddate receiptdate?',
    like: /^(grn|mrn|goodsreceipt).*(date|dt)$/ },
  { field: 'paymentDate', names: 'paymentdate dateofpayment paidon datepaid paiddate clearingdate?',
    like: /payment.*(date|dt)$/ },
  { field: 'paymentReference', names: `
    paymentreference paymentref paymentrefno paymentreferenceno paymentno paymentvoucherno utr utrno utrnumber chequeno
    clearingdocument?`,
    like: /payment.*(no|ref|reference|number)$/ },
  { field: 'voucherNumber', names: `
    voucherno vouchernumber vchno vchbillno entryno entrynumber internalno bookingno ourrefno purchaseno documentno?
    documentnumber? docno? belnr` },
  { field: 'voucherDate', names: 'voucherdate vchdate postingdate postingdt budat entrydate bookingdate date?' },
  { field: 'serial', names: 'srno sno slno serialno serialnumber sr sl srnumber lineno rowno index? id?' },
];

/** Headings that look like a field of the document and are none: another party's, part of the credit, an order's. */
export const otherHeadings =
  /^(our|my|company|recipient|buyer|customer|consignee|billto|shipto|transporter)|itc|avail|eligib|reversal|^irn|^(po|so|order|purchaseorder|eway\w*|lr|challan|due|ack)(no|number|date|dt)?$|(duedate|orderno|ordernumber|orderdate)$|^(tds|tcs)/;
