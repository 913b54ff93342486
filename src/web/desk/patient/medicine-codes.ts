/** ATC codes by generic name, of what primary care most often renews. Names with several codes by their form are left out. */
const NAMES = `
  paracetamol N02BE01, ibuprofen M01AE01, naproxen M01AE02, diklofenak M01AB05, ketoprofen M01AE03, etoricoxib M01AH05,
  celecoxib M01AH01, tramadol N02AX02, oxikodon N02AA05, morfin N02AA01, tapentadol N02AX06, fentanyl N02AB03,
  enalapril C09AA02, ramipril C09AA05, lisinopril C09AA03, losartan C09CA01, kandesartan C09CA06, valsartan C09CA03,
  irbesartan C09CA04, telmisartan C09CA07, amlodipin C08CA01, felodipin C08CA02, lerkanidipin C08CA13,
  nifedipin C08CA05, verapamil C08DA01, diltiazem C08DB01, metoprolol C07AB02, bisoprolol C07AB07, atenolol C07AB03,
  propranolol C07AA05, karvedilol C07AG02, sotalol C07AA07, hydroklortiazid C03AA03, bendroflumetiazid C03AA01,
  furosemid C03CA01, torasemid C03CA04, bumetanid C03CA02, spironolakton C03DA01, eplerenon C03DA04, digoxin C01AA05,
  isosorbidmononitrat C01DA14, amiodaron C01BD01, flekainid C01BC04, atorvastatin C10AA05, rosuvastatin C10AA07,
  simvastatin C10AA01, pravastatin C10AA03, ezetimib C10AX09, warfarin B01AA03, apixaban B01AF02, rivaroxaban B01AF01,
  edoxaban B01AF03, dabigatran B01AE07, klopidogrel B01AC04, tikagrelor B01AC24, metformin A10BA02, glimepirid A10BB12,
  repaglinid A10BX02, sitagliptin A10BH01, linagliptin A10BH05, empagliflozin A10BK03, dapagliflozin A10BK01,
  semaglutid A10BJ06, dulaglutid A10BJ05, levotyroxin H03AA01, liotyronin H03AA02, tiamazol H03BB02,
  prednisolon H02AB06, omeprazol A02BC01, pantoprazol A02BC02, lansoprazol A02BC03, esomeprazol A02BC05,
  sertralin N06AB06, escitalopram N06AB10, citalopram N06AB04, fluoxetin N06AB03, paroxetin N06AB05,
  venlafaxin N06AX16, duloxetin N06AX21, mirtazapin N06AX11, bupropion N06AX12, amitriptylin N06AA09, litium N05AN01,
  quetiapin N05AH04, kvetiapin N05AH04, olanzapin N05AH03, klozapin N05AH02, risperidon N05AX08, aripiprazol N05AX12,
  haloperidol N05AD01, oxazepam N05BA04, diazepam N05BA01, alprazolam N05BA12, lorazepam N05BA06, zopiklon N05CF01,
  zolpidem N05CF02, propiomazin N05CM06, melatonin N05CH01, hydroxizin N05BB01, prometazin R06AD02,
  alimemazin R06AD01, metylfenidat N06BA04, lisdexamfetamin N06BA12, dexamfetamin N06BA02, atomoxetin N06BA09,
  pregabalin N02BF02, gabapentin N02BF01, karbamazepin N03AF01, lamotrigin N03AX09, levetiracetam N03AX14,
  valproat N03AG01, pramipexol N04BC05, donepezil N06DA02, memantin N06DX01, sumatriptan N02CC01, rizatriptan N02CC04,
  zolmitriptan N02CC03, salbutamol R03AC02, terbutalin R03AC03, formoterol R03AC13, montelukast R03DC03,
  tiotropium R03BB04, cetirizin R06AE07, loratadin R06AX13, desloratadin R06AX27, ebastin R06AX22,
  finasterid G04CB01, tamsulosin G04CA02, alfuzosin G04CA01, mirabegron G04BD12, solifenacin G04BD08,
  tolterodin G04BD07, alendronsyra M05BA04, allopurinol M04AA01, kolkicin M04AC01, folsyra B03BB01,
  cyanokobalamin B03BA01, desogestrel G03AC09, fenoximetylpenicillin J01CE02, amoxicillin J01CA04,
  flukloxacillin J01CF05, doxycyklin J01AA02, nitrofurantoin J01XE01, pivmecillinam J01CA08, trimetoprim J01EA01,
  ciprofloxacin J01MA02, klindamycin J01FF01, cefadroxil J01DB05, erytromycin J01FA01, azitromycin J01FA10`;

/** Swedish and English names differ in a few letters only: kandesartan, candesartan; levotyroxin, levothyroxine. */
function alike(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll('x', 'ks')
    .replaceAll('c', 'k')
    .replaceAll('y', 'i')
    .replaceAll('z', 's')
    .replace(/(.)\1/g, '$1')
    .replace(/e$/, '');
}

const BY_NAME = NAMES.split(',').map((entry) => {
  const [name = '', atc = ''] = entry.trim().split(' ');
  return { name, atc, key: alike(name) };
});

/** The medicines that somebody wrote by their generic name, each once and in their order; misspelt names have none. */
export function medicinesIn(text: string): { name: string; atc: string }[] {
  const found = text
    .split(/[^\p{L}]+/u)
    .map(alike)
    .flatMap((word) => BY_NAME.filter(({ key }) => word.startsWith(key)))
    .map(({ name, atc }) => ({ name, atc }));
  return found.filter(({ atc }, at) => found.findIndex((other) => other.atc === atc) === at);
}
