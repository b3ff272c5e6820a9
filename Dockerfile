# The application's image: built with a JDK, run on a JRE by a user who owns nothing but the data folder.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -q package -DskipTests && mv target/careroom-*.jar careroom.jar
# Classes are found sooner in jars than in a jar of jars.
RUN java -Djarmode=tools -jar careroom.jar extract --destination /opt/careroom

FROM eclipse-temurin:25-jre AS runtime
RUN useradd --system --create-home --home-dir /careroom careroom
COPY --from=build /opt/careroom /opt/careroom
WORKDIR /careroom
USER careroom

# One start, on a database that is thrown away, shows which classes a start loads; an archive of them saves time at each.
FROM runtime AS trained
RUN java -XX:ArchiveClassesAtExit=/careroom/classes.jsa -Dspring.context.exit=onRefresh -jar /opt/careroom/careroom.jar

FROM runtime
COPY --from=trained /careroom/classes.jsa /opt/careroom/classes.jsa
# A container is reached from outside it.
ENV SERVER_ADDRESS=0.0.0.0
EXPOSE 8080
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/opt/careroom/classes.jsa", "-jar", "/opt/careroom/careroom.jar"]
