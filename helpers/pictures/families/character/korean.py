"""Korean names and sentences for characters, and for emoji of things in a mood."""

from helpers.pictures.kit import korean

NAMES = {
    # characters
    "baby bok choy": "아기 청경채",
    "baby capybara": "아기 카피바라",
    "baby chipmunk": "아기 다람쥐",
    "baby cucumber": "아기 오이",
    "baby daikon radish": "아기 무",
    "baby fox": "아기 여우",
    "baby hedgehog": "아기 고슴도치",
    "baby lemur": "아기 여우원숭이",
    "baby manatee": "아기 매너티",
    "baby panda": "아기 판다",
    "baby penguin": "아기 펭귄",
    "baby shark": "아기 상어",
    "baby tapir": "아기 맥",
    "bunny": "토끼",
    "shrimp": "새우",
    # moods, before a noun
    "happy": "행복한",
    "laughing": "웃는",
    "crying": "우는",
    "cute": "귀여운",
    "depressed": "우울한",
    "confused": "어리둥절한",
    "evil": "사악한",
    "lovestruck": "사랑에 빠진",
    "scared": "겁먹은",
    "scary": "무서운",
    "sleepy": "졸린",
    # things
    "albatross": "앨버트로스",
    "axolotl": "아홀로틀",
    "beaver": "비버",
    "cockatoo": "코카투",
    "moose": "말코손바닥사슴",
    "bok choy": "청경채",
    "squash": "호박",
    "bowl of ramen": "라멘 한 그릇",
    "cup of boba": "버블티 한 잔",
    "dragonfruit": "용과",
    "durian": "두리안",
    "ice cream cone": "아이스크림콘",
    "pinecone": "솔방울",
    "slice of pepperoni pizza": "페퍼로니 피자 한 조각",
    "squid": "오징어",
    "starfish": "불가사리",
    "sun": "태양",  # 행복한 해 would be a happy year
    "virus": "바이러스",
}
WORDS = korean.NAMES | NAMES
WEARING = {  # what is worn -> its name, the verb before a noun, the verb before 있다 or another verb
    "beanie": ("비니", "쓴", "쓰고"),
    "cape": ("망토", "두른", "두르고"),
    "christmas sweater": ("크리스마스 스웨터", "입은", "입고"),
    "helmet": ("헬멧", "쓴", "쓰고"),
    "leather jacket": ("가죽 재킷", "입은", "입고"),
    "suit": ("정장", "입은", "입고"),
    "tutu": ("튀튀", "입은", "입고"),
    "wizard hat": ("마법사 모자", "쓴", "쓰고"),
    "pajamas": ("잠옷", "입은", "입고"),
    "mustache": ("콧수염", "기른", "기르고"),
    "headphones": ("헤드폰", "쓴", "쓰고"),
    "sunglasses": ("선글라스", "낀", "끼고"),
}
DOING = {  # what is done -> before a noun, before 있다
    "blowing its nose": ("코를 푸는", "코를 풀고"),
    "flying a kite": ("연을 날리는", "연을 날리고"),
    "holding an umbrella in the rain": ("빗속에서 우산을 든", "빗속에서 우산을 들고"),
    "igniting a firework": ("폭죽에 불을 붙이는", "폭죽에 불을 붙이고"),
    "making a snowman": ("눈사람을 만드는", "눈사람을 만들고"),
    "playing a grand piano": ("그랜드피아노를 치는", "그랜드피아노를 치고"),
    "playing a guitar": ("기타를 치는", "기타를 치고"),
    "playing chess": ("체스를 두는", "체스를 두고"),
    "riding a car": ("자동차를 탄", "자동차를 타고"),
    "riding a motorcycle": ("오토바이를 탄", "오토바이를 타고"),
    "riding a unicycle": ("외발자전거를 탄", "외발자전거를 타고"),
    "running a marathon": ("마라톤을 뛰는", "마라톤을 뛰고"),
    "serving ice cream": ("아이스크림을 나눠 주는", "아이스크림을 나눠 주고"),
    "sipping a latte": ("라테를 마시는", "라테를 마시고"),
    "skating on ice": ("얼음판에서 스케이트를 타는", "얼음판에서 스케이트를 타고"),
    "staring at its reflection in a mirror": ("거울에 비친 제 모습을 바라보는", "거울에 비친 제 모습을 바라보고"),
    "using a calculator": ("계산기를 두드리는", "계산기를 두드리고"),
    "walking a dog": ("개를 산책시키는", "개를 산책시키고"),
    "watching tv": ("텔레비전을 보는", "텔레비전을 보고"),
    "wielding a blue lightsaber": ("파란 광선검을 휘두르는", "파란 광선검을 휘두르고"),
    "writing a letter": ("편지를 쓰는", "편지를 쓰고"),
}
RADISH = {"character": "baby daikon radish", "wearing": "tutu", "doing": "walking a dog"}


def captions(facts: dict) -> list[str]:
    """All Korean phrasings; the last is kept for testing."""
    return _emoji(facts) if facts["mood"] != "none" else _character(facts)


def _emoji(facts: dict) -> list[str]:
    mood, thing = WORDS[facts["mood"]], WORDS[facts["thing"]]
    return [
        f"{mood} {korean.with_particle(thing, '을')} 그린 전문가급 고품질 이모지",
        f"{mood} {thing} 이모지",
        f"이모지로 그린 {mood} {thing}",
        f"고품질 {thing} 이모지. {mood} 표정이다.",
        f"이모지 속 {korean.with_particle(thing, '은')} {mood} 표정을 짓고 있다.",
    ]


def _character(facts: dict) -> list[str]:
    who = WORDS[facts["character"]]
    does, doing = DOING.get(facts["doing"], ("", "서"))
    dressed, dressed_and, look = "", "", "아무것도 걸치지 않은 모습이다"
    if facts["wearing"] != "none":
        worn, before_noun, before_verb = WEARING[facts["wearing"]]
        worn = korean.with_particle(worn, "을")
        dressed, dressed_and, look = (
            f"{worn} {before_noun} ",
            f"{worn} {before_verb} ",
            f"{worn} {before_noun} 모습이다",
        )
    whole = f"{dressed_and}{does} {who}" if does else f"{dressed}{who}"
    sentences = [
        f"{whole} 일러스트",
        whole,
        f"{dressed}{korean.with_particle(who, '이')} {doing} 있는 일러스트",
    ]
    if all(facts[slot] == value for slot, value in RADISH.items()):
        sentences.append("개를 산책시키는 아기 무")  # a newspaper's caption; it leaves the tutu out
    return [*sentences, f"그림 속 {korean.with_particle(who, '은')} {doing} 있다. {look}."]
