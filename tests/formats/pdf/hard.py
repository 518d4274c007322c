"""Texts that are hard to set: invented names and phrases in many scripts, marks, joiners, both directions."""

GIVEN = (
    "Ågot", "Ñandú", "Đặng", "Þórgunnur", "Ǆorđe", "İlkay", "Şükufe", "Łucja-Zoë", "Éloïse", "Ễ̃m",
    "Ὀρέστης", "Ξανθίππη", "Ђурђица", "Щербина", "Їжакевич", "Ӹрпиӓ", "ليلى", "عبد الرّحمٰن", "مُحَمَّد", "نازنین",
    "شِیرین", "נֹעָה", "בַּת־שֶׁבַע", "יוחנן", "अनन्या", "क्षितिज", "श्रीकृष्ण", "र्‍हस्व", "दीर्घायु", "ณัฐธยาน์",
    "ก้องเกียรติ", "น้ำผึ้ง", "ปู่ย่า", "សុខា", "ស្រីពៅ", "Q̃ìǹń", "fflorentine", "Offie", "Ijsbrand ﬁ", "A\u0301\u0328na",
)  # fmt: skip
FAMILY = (
    "Nguyễn-Thượng",
    "O’Brien-Łęczycki",
    "الحداد",
    "בן־גוריון",
    "देशमुख",
)
PHRASES = (
    "Acme <R&D> Sons",
    '<img src="/abs/local.png"> & "quotes" </b>',
    "office affinity fjord AVATAR Tofu efficient",
    "الاجتماع 2027 في Room A (ثلاثة)",
    "שלום EventKit 3.11 בעולם",
    "Meet ليلى and נועה at 18:30",
    "डेटा और Python: क्षमा",
    "ประชุมชุมชนโอเพนซอร์ส ครั้งที่ 12",
    "ជំរាបសួរ ពិភពលោក",
    "Γειά σου Κόσμε · Привіт світе",
    "1½ × 2² = 4.5 € – “quoted” … ←→ ✓",
    "soft\u00adhyphen and no\u00a0break",
    "a\u202eb\u202cc \u2067מבודד\u2069 end",
)


def names() -> list[str]:
    """Two hundred names: each given name with each family name."""
    return [f"{given} {family}" for given in GIVEN for family in FAMILY]
